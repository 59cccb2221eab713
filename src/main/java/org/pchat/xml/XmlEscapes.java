package org.pchat.xml;

import org.jspecify.annotations.Nullable;

/**
 * Text as it must be spelled in XML so that every parser gives it back unchanged: references are
 * those of Canonical XML, and line ends in text are references too, so that a record stays on one
 * line.
 */
final class XmlEscapes {
  private XmlEscapes() {}

  /** Appends text that stands between tags. */
  static StringBuilder text(StringBuilder target, String text) {
    return append(target, text, false);
  }

  /** Appends text that stands between double quotes. */
  static StringBuilder attribute(StringBuilder target, String value) {
    return append(target, value, true);
  }

  private static StringBuilder append(StringBuilder target, String text, boolean quoted) {
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isPlain(text.charAt(i))) {
        continue;
      }
      if (XmlCharacters.isIllegal(text, i)) {
        throw new IllegalArgumentException(
            "XML cannot hold U+%04X at index %d".formatted((int) text.charAt(i), i));
      }
      String reference = reference(text.charAt(i), quoted);
      if (reference != null) {
        target.append(text, copied, i).append(reference);
        copied = i + 1;
      }
    }
    return target.append(text, copied, text.length());
  }

  /** Most of most texts; what is not sure to be plain is looked at more closely. */
  private static boolean isPlain(char unit) {
    return unit > '>' ? unit < '\uD800' : unit >= ' ' && unit != '&' && unit < '<' && unit != '"';
  }

  private static @Nullable String reference(char unit, boolean quoted) {
    return switch (unit) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '\n' -> "&#xA;";
      case '\r' -> "&#xD;";
      case '\t' -> quoted ? "&#x9;" : null;
      case '"' -> quoted ? "&quot;" : null;
      default -> null;
    };
  }

  /** Returns whether every XML parser, whatever its edition, takes this unit in a name. */
  static boolean isPlainNameUnit(char unit, boolean first) {
    boolean letter = (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z') || unit == '_';
    return letter || (!first && ((unit >= '0' && unit <= '9') || unit == '-' || unit == '.'));
  }
}
