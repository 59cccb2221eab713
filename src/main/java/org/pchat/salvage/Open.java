package org.pchat.salvage;

/**
 * An element that has begun.
 *
 * @param name its local name
 * @param startTag its start tag, as it stands in the entry
 * @param isRecord whether it may be a record
 */
record Open(String name, String startTag, boolean isRecord) {
  /** Returns its end tag. */
  String endTag() {
    int end = 1;
    while (end < startTag.length() && " \t\r\n/>".indexOf(startTag.charAt(end)) < 0) {
      end++;
    }
    return "</" + startTag.substring(1, end) + ">";
  }
}
