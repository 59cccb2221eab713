package org.pchat.why;

import org.pchat.model.Spelled;

/** How a rule about access turns out, from the best answer on. */
public enum Certainty implements Spelled {
  /** It lets in. */
  YES("yes"),
  /** It lets in to read, not to write. */
  READS("reads"),
  /** It hangs on who is in a group, which a snapshot does not say. */
  MAYBE("maybe"),
  /** It keeps out. */
  NO("no");

  private final String word;

  Certainty(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** Returns the worse of the two. */
  Certainty and(Certainty other) {
    return compareTo(other) > 0 ? this : other;
  }
}
