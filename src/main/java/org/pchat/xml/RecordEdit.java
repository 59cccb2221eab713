package org.pchat.xml;

import org.jspecify.annotations.Nullable;

/**
 * Changes values in the start tag of one record and nothing else: every other byte stays. The
 * record was read before, so it is well-formed.
 */
public final class RecordEdit {
  private final StringBuilder text;

  private RecordEdit(String record) {
    text = new StringBuilder(record);
  }

  /** Begins with a record as it stands, from its {@code <} to its last {@code >}. */
  public static RecordEdit of(String record) {
    return new RecordEdit(record);
  }

  /**
   * Gives an attribute without a prefix another value.
   *
   * @param name its name; it is added behind the others if it is not there
   * @param value what it is to say; null takes the attribute away
   */
  public RecordEdit attribute(String name, @Nullable String value) {
    int at = 1;
    while (!isEndOfName(text.charAt(at))) {
      at++;
    }
    while (true) {
      int before = at;
      at = skipSpace(at);
      if (text.charAt(at) == '/' || text.charAt(at) == '>') {
        if (value != null) {
          text.insert(before, " " + name + "=\"" + escaped(value, '"') + "\"");
        }
        return this;
      }
      int nameStart = at;
      while (text.charAt(at) != '=' && !isSpace(text.charAt(at))) {
        at++;
      }
      boolean found = text.substring(nameStart, at).equals(name);
      int open = skipSpace(skipSpace(at) + 1);
      char quote = text.charAt(open);
      int close = text.indexOf(String.valueOf(quote), open + 1);
      if (found) {
        if (value == null) {
          text.delete(before, close + 1);
        } else {
          text.replace(open + 1, close, escaped(value, quote));
        }
        return this;
      }
      at = close + 1;
    }
  }

  private static String escaped(String value, char quote) {
    String escaped = XmlEscapes.attribute(new StringBuilder(), value).toString();
    return quote == '\'' ? escaped.replace("'", "&#39;") : escaped;
  }

  private int skipSpace(int from) {
    int at = from;
    while (isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isEndOfName(char c) {
    return isSpace(c) || c == '/' || c == '>';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** Returns the record as it stands now. */
  @Override
  public String toString() {
    return text.toString();
  }
}
