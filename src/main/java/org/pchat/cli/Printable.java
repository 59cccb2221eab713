package org.pchat.cli;

/**
 * Makes text from archives harmless to a terminal.
 *
 * <p>Escape sequences move cursors, set titles and write clipboards; bidirectional controls reverse
 * what is read; carriage returns forge lines. Everything that is not plainly shown becomes a
 * visible escape. Pipes and files get the text as it is.
 */
final class Printable {
  private Printable() {}

  /**
   * Returns {@code text} with every control, format and lone surrogate character made visible; line
   * feeds and tabs too.
   */
  static String line(String text) {
    return inert(text, false);
  }

  /** Returns the same, but keeps line feeds and tabs. */
  static String block(String text) {
    return inert(text, true);
  }

  private static String inert(String text, boolean keepsLines) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c, keepsLines));
    return out.toString();
  }

  private static void append(StringBuilder out, int c, boolean keepsLines) {
    if (keepsLines && (c == '\n' || c == '\t')) {
      out.append((char) c);
    } else if (isShown(c)) {
      out.appendCodePoint(c);
    } else {
      escape(out, c);
    }
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          isJoiner(c);
      default -> true;
    };
  }

  /** Joiners shape letters and emoji and can do no harm. */
  private static boolean isJoiner(int c) {
    return c == 0x200C || c == 0x200D;
  }

  private static void escape(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u{%x}".formatted(c));
    }
  }
}
