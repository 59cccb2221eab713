package org.pchat.xml;

/** Which UTF-16 units XML 1.0 allows (its production {@code Char}). */
final class XmlCharacters {
  private XmlCharacters() {}

  /** Returns the index of the first unit in the range that XML cannot hold, or {@code end}. */
  static int firstIllegal(char[] units, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (isIllegalUnit(units[i])) {
        return i;
      }
    }
    return end;
  }

  /** Returns whether XML cannot hold this unit, whatever stands beside it. */
  static boolean isIllegalUnit(char unit) {
    return unit < ' ' ? unit != '\n' && unit != '\r' && unit != '\t' : unit >= '\uFFFE';
  }

  /** Returns whether XML cannot hold the unit at {@code i}, for itself or as a lone surrogate. */
  static boolean isIllegal(CharSequence text, int i) {
    char unit = text.charAt(i);
    if (Character.isHighSurrogate(unit)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(unit)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return isIllegalUnit(unit);
  }
}
