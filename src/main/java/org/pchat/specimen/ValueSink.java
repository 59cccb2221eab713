package org.pchat.specimen;

/** What is done with the texts of an entry, each in its place. */
interface ValueSink {
  /** Meets the name of an element. */
  void name(String local);

  /**
   * Returns what to write instead of a value.
   *
   * @param column the path of the element, and of the attribute if it is one
   */
  String value(String column, String value);

  /** Returns what to write instead of a text that belongs to no column, such as a comment. */
  String remark(String text);
}
