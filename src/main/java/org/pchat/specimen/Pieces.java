package org.pchat.specimen;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text apart into what is noised and what says only how it is built. */
final class Pieces {
  private static final String GUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
  private static final String SCHEME =
      "(?i:sips?|https?|ftps?|mailto|file|ldaps?|urn|tel|ma-(?:chan|cat|grp|filelink))";
  private static final String START = "(?<![\\p{L}\\p{M}\\p{N}])";

  private static final Pattern RTF =
      Pattern.compile(
          "(?<byte>\\\\'[0-9A-Fa-f]{2})|(?<unit>\\\\u-?[0-9]{1,5})|(?<kept>\\\\[A-Za-z]+-?[0-9]*|\\\\.)"
              + "|(?<guid>"
              + GUID
              + ")|(?<word>[\\p{L}\\p{M}\\p{N}]+)",
          Pattern.DOTALL);

  /** An address in running text, up to the next blank. */
  static final Pattern ADDRESS = Pattern.compile(START + SCHEME + ":\\S+");

  /** What to do with each piece. */
  interface Visitor {
    /** Takes what stands between pieces, and what only says how the text is built. */
    void kept(String text);

    /** Takes a GUID, in any spelling. */
    void guid(String text);

    /** Takes a run of letters and digits. */
    void word(String text);

    /** Takes a byte or a character of RTF that is spelled as a number. */
    void rtf(String text);
  }

  private Pieces() {}

  static boolean isRtf(String text) {
    return text.startsWith("{\\rtf");
  }

  /** Shows all pieces of a text, in order. */
  static void visit(String text, Visitor visitor) {
    if (isRtf(text)) {
      visitRtf(text, visitor);
    } else {
      new TextScan(text, visitor).run();
    }
  }

  private static void visitRtf(String text, Visitor visitor) {
    Matcher matcher = RTF.matcher(text);
    int shown = 0;
    while (matcher.find()) {
      if (matcher.start() > shown) {
        visitor.kept(text.substring(shown, matcher.start()));
      }
      shown = matcher.end();
      show(matcher, visitor);
    }
    if (shown < text.length()) {
      visitor.kept(text.substring(shown));
    }
  }

  private static void show(Matcher matcher, Visitor visitor) {
    String piece = matcher.group();
    if (matcher.group("guid") != null) {
      visitor.guid(piece);
    } else if (matcher.group("word") != null) {
      visitor.word(piece);
    } else if (matcher.group("kept") == null) {
      visitor.rtf(piece);
    } else {
      visitor.kept(piece);
    }
  }
}
