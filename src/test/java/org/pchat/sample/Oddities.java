package org.pchat.sample;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts of our own that real chat rarely holds: scripts, control characters, markup, extremes. */
final class Oddities {
  private static final String LONG = "{long}";
  private static final int LONG_LENGTH = 4_000;
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-F]{4}|.)");

  private final List<String> texts =
      Stream.of(Resource.rows("oddities.tsv").toArray(String[][]::new))
          .map(row -> unescape(row[1]))
          .toList();

  /** Returns an odd text; {@code thread} fills the long one. */
  String text(long number, ChatThread thread) {
    String text = texts.get((int) (number % texts.size()));
    return text.equals(LONG) ? longText(thread) : text;
  }

  private static String longText(ChatThread thread) {
    var text = new StringBuilder();
    for (int row = 0; text.length() < LONG_LENGTH; row++) {
      text.append(thread.row(row).text().replaceAll("@\\{\\d+}", "everyone")).append(". ");
    }
    text.setLength(LONG_LENGTH);
    return text.toString().stripTrailing();
  }

  /** Returns all of them, the long one as its mark. */
  List<String> all() {
    return texts;
  }

  private static String unescape(String text) {
    return ESCAPE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(meaning(m.group(1))));
  }

  private static String meaning(String escape) {
    return switch (escape.charAt(0)) {
      case 'r' -> "\r";
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'u' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
      default -> escape;
    };
  }
}
