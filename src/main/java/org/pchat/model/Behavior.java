package org.pchat.model;

/** Who may write in a room: {@code tblNode.behavior}; the cmdlets call it Type. */
public enum Behavior implements Spelled {
  /** Every member (4). */
  NORMAL("normal"),
  /** Presenters only (5). */
  AUDITORIUM("auditorium");

  private final String word;

  Behavior(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
