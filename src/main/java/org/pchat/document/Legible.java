package org.pchat.document;

/**
 * Which characters a reader would not see, or would see what is not there: controls, formats such
 * as bidirectional overrides, fillers, odd blanks, private and unassigned ones.
 *
 * <p>Unicode general categories do most of it; the rest is named here, because its categories are
 * those of letters.
 */
final class Legible {
  /* Before the Hebrew block no script joins letters: Latin, Greek, Cyrillic, Armenian. */
  private static final int FIRST_JOINING = 0x0590;

  private Legible() {}

  /** Returns whether {@code c} is seen as what it is, whatever stands beside it. */
  static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE ->
          false;
      case Character.UNASSIGNED -> isEmoji(c);
      case Character.SPACE_SEPARATOR -> c == ' ' || c == 0x3000;
      default -> !isBlankLetter(c);
    };
  }

  /** Browsers know newer pictures than this Java. */
  private static boolean isEmoji(int c) {
    return c >= 0x1F300 && c <= 0x1FAFF;
  }

  /** Fillers, selectors and joiners that are letters or marks by category and show nothing. */
  private static boolean isBlankLetter(int c) {
    return switch (c) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> (c >= 0x180B && c <= 0x180F) || (c >= 0xE0100 && c <= 0xE01EF);
    };
  }

  /**
   * Returns whether the joiner or variation selector at {@code at} does its work there: it stands
   * between letters of a script that joins, or shapes an emoji. Elsewhere it only hides.
   */
  static boolean shapes(String text, int at) {
    int c = text.codePointAt(at);
    boolean selector = c == 0xFE0F || c == 0xFE0E;
    if (!selector && c != 0x200C && c != 0x200D) {
      return false;
    }
    boolean before = at > 0 && isJoining(text.codePointBefore(at), selector);
    int next = at + Character.charCount(c);
    return before
        && (selector || (next < text.length() && isJoining(text.codePointAt(next), false)));
  }

  private static boolean isJoining(int c, boolean alsoKeycap) {
    boolean keycap = (c >= '0' && c <= '9') || c == '#' || c == '*';
    boolean selector = c == 0xFE0F || c == 0xFE0E;
    return (c >= FIRST_JOINING && (isShown(c) || selector)) || (alsoKeycap && keycap);
  }

  /** Returns the number of a character as Unicode writes it. */
  static String number(int c) {
    return "U+%04X".formatted(c);
  }

  /** Returns number and name of a character. */
  static String named(int c) {
    String name = Character.getName(c);
    return name == null ? number(c) : number(c) + " " + name;
  }
}
