package org.pchat.specimen;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pchat.model.Guid;

/** Noise for texts: what stands in a value, a comment or the name of an entry. */
final class TextNoise {
  /*
   * Names, addresses and paths are noised word by word, so that a person has one name wherever it
   * stands. Running text is noised as a whole: were each word of it always the same noise, "the" and
   * "and" would soon be recognised, and then the rest.
   */
  private static final int WORDS_OF_RUNNING_TEXT = 4;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Guid ZERO = new Guid(0, 0);

  private final WordNoise words;
  private final GuidNoise guids;

  TextNoise(WordNoise words, GuidNoise guids) {
    this.words = words;
    this.guids = guids;
  }

  /** Returns the noise of a text; the same text has it again. */
  String of(String text) {
    if (Pieces.isRtf(text)) {
      return pieces(text, words.row(text)::next, words.row(text + "\\"));
    }
    if (!isRunning(text)) {
      return pieces(text, words::everywhere, words.row(text));
    }
    WordNoise.Row row = words.row(text);
    var noise = new StringBuilder();
    Matcher address = Pieces.ADDRESS.matcher(text);
    int done = 0;
    while (address.find()) {
      noise.append(pieces(text.substring(done, address.start()), row::next, row));
      noise.append(pieces(address.group(), words::everywhere, row));
      done = address.end();
    }
    return noise.append(pieces(text.substring(done), row::next, row)).toString();
  }

  private static boolean isRunning(String text) {
    return BLANKS.splitAsStream(text.strip()).limit(WORDS_OF_RUNNING_TEXT).count()
        == WORDS_OF_RUNNING_TEXT;
  }

  private String pieces(String text, UnaryOperator<String> word, WordNoise.Row row) {
    var noise = new StringBuilder(text.length());
    Pieces.visit(
        text,
        new Pieces.Visitor() {
          @Override
          public void kept(String kept) {
            noise.append(kept);
          }

          @Override
          public void guid(String guid) {
            noise.append(TextNoise.this.guid(guid));
          }

          @Override
          public void word(String run) {
            noise.append(word.apply(run));
          }

          @Override
          public void rtf(String escape) {
            noise.append(escape(escape, row));
          }
        });
    return noise.toString();
  }

  /** Returns the GUID that is spelled with or without hyphens; nothing for the empty GUID. */
  static Optional<Guid> parse(String text) {
    String plain = text.replace("-", "");
    return Optional.of(
            new Guid(
                Long.parseUnsignedLong(plain.substring(0, 16), 16),
                Long.parseUnsignedLong(plain.substring(16), 16)))
        .filter(guid -> !guid.equals(ZERO));
  }

  private String guid(String text) {
    Optional<Guid> guid = parse(text);
    if (guid.isEmpty()) {
      return text;
    }
    String noise = guids.of(guid.get()).toString();
    String spelled = text.indexOf('-') < 0 ? noise.replace("-", "") : noise;
    boolean large = !text.equals(text.toLowerCase(Locale.ROOT));
    return large ? spelled.toUpperCase(Locale.ROOT) : spelled;
  }

  /** {@code \'e4} and {@code \}{@code u228} are letters as much as any other. */
  private static String escape(String escape, WordNoise.Row row) {
    if (escape.startsWith("\\'")) {
      int value = Integer.parseInt(escape.substring(2), 16);
      return value < 0xC0
          ? escape
          : "\\'%02x".formatted((row.next("é").codePointAt(0) & 0x3F) | 0xC0);
    }
    int value = Integer.parseInt(escape.substring(2));
    char unit = (char) value;
    if (!Character.isLetterOrDigit(unit) || value > Short.MAX_VALUE || value < Short.MIN_VALUE) {
      return escape;
    }
    return "\\u" + (short) row.next(Character.toString(unit)).charAt(0);
  }
}
