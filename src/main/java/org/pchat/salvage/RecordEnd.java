package org.pchat.salvage;

/** Finds where a record ends whose characters cannot all be read. */
final class RecordEnd {
  private RecordEnd() {}

  /**
   * Returns how many bytes the element takes that {@code bytes} begin with; -1 if it has no end in
   * them, or not a plain one.
   *
   * @param name its name with its prefix
   */
  static int of(byte[] bytes, FoundEncoding encoding, String name) {
    String units = units(bytes, encoding);
    int tagEnd = tagEnd(units);
    if (tagEnd < 0) {
      return -1;
    }
    if (units.charAt(tagEnd - 1) == '/') {
      return (tagEnd + 1) * encoding.unit();
    }
    int endTag = units.indexOf("</" + name, tagEnd);
    int end = endTag < 0 ? -1 : units.indexOf('>', endTag);
    return end < 0 ? -1 : (end + 1) * encoding.unit();
  }

  /** Returns a character for each unit of markup; others may be anything. */
  private static String units(byte[] bytes, FoundEncoding encoding) {
    int unit = encoding.unit();
    int first = encoding.charset().name().endsWith("BE") ? 0 : 1;
    var units = new StringBuilder(bytes.length / unit);
    for (int i = 0; i + unit <= bytes.length; i += unit) {
      int high = unit == 2 ? bytes[i + first] & 0xFF : 0;
      int low = unit == 2 ? bytes[i + 1 - first] & 0xFF : bytes[i] & 0xFF;
      units.append((char) (high << 8 | low));
    }
    return units.toString();
  }

  private static int tagEnd(String units) {
    char quote = 0;
    for (int i = 0; i < units.length(); i++) {
      char c = units.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i;
      }
    }
    return -1;
  }
}
