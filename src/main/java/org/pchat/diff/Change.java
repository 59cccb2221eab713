package org.pchat.diff;

import org.pchat.model.Spelled;

/** What became of one record between two snapshots. */
public enum Change implements Spelled {
  /** The later snapshot has it, the earlier one had it not. */
  ADDED("added"),
  /** The earlier snapshot had it, the later one has it not. */
  REMOVED("removed"),
  /** Both have it, with other values. */
  CHANGED("changed"),
  /**
   * Both have a message of this room and number, but with another time or author: no change of one
   * message, but two histories (docs/diff.md, "Forks").
   */
  FORKED("forked"),
  /**
   * One snapshot has it, and the other could not know of it: outside its level, scope or start
   * date, or damaged. Not a difference.
   */
  UNKNOWN("unknown"),
  /** Both have it with the same content, spelled with other bytes; only told on request. */
  RESPELLED("respelled");

  private final String word;

  Change(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
