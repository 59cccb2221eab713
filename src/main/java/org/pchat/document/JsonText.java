package org.pchat.document;

/**
 * Strings as JSON spells them.
 *
 * <p>Jackson refuses lone surrogates and lets C1 and bidirectional controls through; archives may
 * hold the first, and a terminal must not see the second. So strings are quoted here: any UTF-16
 * sequence in, valid JSON out.
 */
final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /**
   * Returns {@code text} in quotes; where {@code inert}, also with every character escaped that
   * could move a cursor or a line.
   */
  static String quote(String text, boolean inert) {
    var out = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        control(out, c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        pair(out, c, text.charAt(++i), inert);
      } else if (Character.isSurrogate(c) || (inert && isActive(c))) {
        unicode(out, c);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static void pair(StringBuilder out, char high, char low, boolean inert) {
    if (inert && isActive(Character.toCodePoint(high, low))) {
      unicode(out, high);
      unicode(out, low);
    } else {
      out.append(high).append(low);
    }
  }

  private static void control(StringBuilder out, char c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> unicode(out, c);
    }
  }

  private static void unicode(StringBuilder out, char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xF));
    }
  }

  /** Returns whether a terminal may do something else with the code point than show it. */
  private static boolean isActive(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
