package org.pchat.union;

import org.pchat.model.Spelled;

/** How it is known when a snapshot was made, and so where it stands among others. */
public enum Dating implements Spelled {
  /** It says so itself. */
  STATED("stated"),
  /**
   * The numbers that its rooms had given out lie between those of its neighbours. Numbers only
   * ascend, so its place is certain, though its time is not.
   */
  BY_NUMBERS("by-numbers"),
  /** By the newest moment that it mentions: it is not older, but may be younger. */
  BY_CONTENT("by-content");

  private final String word;

  Dating(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
