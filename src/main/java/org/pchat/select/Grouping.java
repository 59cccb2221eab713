package org.pchat.select;

import org.pchat.model.Spelled;

/** By what messages are counted apart. */
public enum Grouping implements Spelled {
  /** By the room they stand in. */
  ROOM("room"),
  /** By who wrote them. */
  AUTHOR("author"),
  /** By calendar month. */
  MONTH("month"),
  /** By day of the week. */
  WEEKDAY("weekday"),
  /** By hour of the day. */
  HOUR("hour");

  private final String word;

  Grouping(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** Returns the word, which is also what users type. */
  @Override
  public String toString() {
    return word;
  }
}
