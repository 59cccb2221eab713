package org.pchat.xml;

/**
 * The spelling {@code _xHHHH_} for characters that XML 1.0 cannot hold (ECMA-376 part 1, {@code
 * ST_Xstring}).
 *
 * <p>{@code unescape(escape(s))} is {@code s} for every sequence of UTF-16 units.
 */
public final class XString {
  private static final int LENGTH = "_xHHHH_".length();

  private XString() {}

  /**
   * Returns the text with each unit that XML cannot hold written {@code _xHHHH_}, and with {@code
   * _x005F_} for each underscore that would else begin such a spelling.
   */
  public static String escape(String text) {
    int i = firstToEscape(text, 0);
    if (i == text.length()) {
      return text;
    }
    var escaped = new StringBuilder(text.length() + LENGTH);
    int copied = 0;
    for (; i < text.length(); i = firstToEscape(text, i + 1)) {
      escaped.append(text, copied, i).append("_x%04X_".formatted((int) text.charAt(i)));
      copied = i + 1;
    }
    return escaped.append(text, copied, text.length()).toString();
  }

  /** Returns the text with each {@code _xHHHH_} replaced by its unit. */
  public static String unescape(String text) {
    return unescape(text, false);
  }

  /**
   * Returns the text with each {@code _xHHHH_} replaced that stands for a unit which XML cannot
   * hold by itself, or for the underscore of what is no such spelling but looks like one.
   */
  public static String unescapeForbidden(String text) {
    return unescape(text, true);
  }

  private static String unescape(String text, boolean onlyForbidden) {
    int i = text.indexOf("_x");
    if (i < 0) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    int copied = 0;
    for (; i >= 0; i = text.indexOf("_x", Math.max(i + 1, copied))) {
      if (beginsSpelling(text, i) && text.charAt(i + LENGTH - 1) == '_') {
        char unit = (char) Integer.parseInt(text, i + 2, i + 6, 16);
        if (!onlyForbidden || isForbidden(text, i, unit)) {
          plain.append(text, copied, i).append(unit);
          copied = i + LENGTH;
        }
      }
    }
    return plain.append(text, copied, text.length()).toString();
  }

  private static boolean isForbidden(String text, int i, char unit) {
    int last = i + LENGTH - 1;
    boolean literal = unit == '_' && text.startsWith("x", last + 1) && beginsSpelling(text, last);
    return literal || Character.isSurrogate(unit) || XmlCharacters.isIllegalUnit(unit);
  }

  private static int firstToEscape(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= ' ' && unit < '\uD800' && unit != '_') {
        continue;
      }
      if (XmlCharacters.isIllegal(text, i) || isAmbiguous(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  /**
   * Returns whether the escaped text would be read wrongly at {@code i}. The last underscore may be
   * one that stands there, or the first of an escaped unit: "_x0041" and U+0000 must not become
   * "_x0041_x0000_", which reads "A" and "x0000_".
   */
  private static boolean isAmbiguous(String text, int i) {
    if (!beginsSpelling(text, i)) {
      return false;
    }
    int last = i + LENGTH - 1;
    return text.charAt(last) == '_' || XmlCharacters.isIllegal(text, last);
  }

  /** Returns whether {@code _xHHHH} and one unit more stand at {@code i}. */
  private static boolean beginsSpelling(String text, int i) {
    return text.charAt(i) == '_'
        && text.length() >= i + LENGTH
        && text.charAt(i + 1) == 'x'
        && isHex(text.charAt(i + 2))
        && isHex(text.charAt(i + 3))
        && isHex(text.charAt(i + 4))
        && isHex(text.charAt(i + 5));
  }

  private static boolean isHex(char unit) {
    return (unit >= '0' && unit <= '9')
        || (unit >= 'A' && unit <= 'F')
        || (unit >= 'a' && unit <= 'f');
  }
}
