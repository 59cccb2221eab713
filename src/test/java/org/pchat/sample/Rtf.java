package org.pchat.sample;

/** Rich text as clients send it: ASCII only, other characters as {@code \\u} escapes. */
final class Rtf {
  private static final String HEAD =
      "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Segoe UI;}}"
          + "{\\colortbl ;\\red0\\green0\\blue0;}\\viewkind4\\uc1\\pard\\cf1\\fs20 ";
  private static final String TAIL = "\\par}";

  private Rtf() {}

  /** Returns {@code text} as rich text, all of it bold if wished. */
  static String of(String text, boolean bold) {
    var rtf = new StringBuilder(HEAD).append(bold ? "\\b " : "");
    text.chars().forEach(c -> append(rtf, (char) c));
    return rtf.append(bold ? "\\b0" : "").append(TAIL).toString();
  }

  private static void append(StringBuilder rtf, char c) {
    switch (c) {
      case '\\', '{', '}' -> rtf.append('\\').append(c);
      case '\n' -> rtf.append("\\line ");
      case '\t' -> rtf.append("\\tab ");
      case '\r' -> {}
      default -> {
        if (c >= ' ' && c < 0x7F) {
          rtf.append(c);
        } else {
          rtf.append("\\u").append((short) c).append('?');
        }
      }
    }
  }
}
