package org.pchat.cli;

/**
 * How many columns text takes on a terminal: East Asian wide characters and emoji two, combining
 * marks none.
 */
final class Width {
  private Width() {}

  static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** The blocks that Unicode's EastAsianWidth calls wide, coarsely. */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }

  /**
   * Returns {@code text} cut to at most {@code width} columns, with an ellipsis where something is
   * missing.
   */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    var out = new StringBuilder();
    int used = 1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      used += of(c);
      if (used > width) {
        break;
      }
      out.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return out.append('…').toString();
  }

  /** Returns {@code text} cut in the middle to at most {@code width} columns, if it is longer. */
  static String cutMiddle(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    int tail = width / 2;
    String end = new StringBuilder(text).reverse().toString();
    String last = cut(end, tail + 1);
    return cut(text, width - tail)
        + new StringBuilder(last.substring(0, last.length() - 1)).reverse();
  }

  /** Returns {@code text} filled up with blanks to {@code width} columns, on the left or right. */
  static String pad(String text, int width, boolean left) {
    String blanks = " ".repeat(Math.max(0, width - of(text)));
    return left ? blanks + text : text + blanks;
  }
}
