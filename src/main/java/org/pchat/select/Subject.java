package org.pchat.select;

import org.pchat.model.Spelled;

/** What a pattern of a selection names. */
public enum Subject implements Spelled {
  /** Rooms, by {@code --room}. */
  ROOM("room", "rooms"),
  /** Categories and thereby their rooms, by {@code --category}. */
  CATEGORY("category", "categories"),
  /** Authors of messages, by {@code --author}. */
  AUTHOR("author", "principals"),
  /** Principals, whether or not they wrote, by {@code --user}. */
  PRINCIPAL("principal", "principals");

  private final String word;
  private final String list;

  Subject(String word, String list) {
    this.word = word;
    this.list = list;
  }

  @Override
  public String word() {
    return word;
  }

  /** Returns what {@code pchat list} calls the list that holds the names. */
  String list() {
    return list;
  }
}
