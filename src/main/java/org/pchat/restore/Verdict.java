package org.pchat.restore;

import org.pchat.model.Spelled;

/** What to expect of an import. */
public enum Verdict implements Spelled {
  /** Whatever the importer does where nothing is published, the result is the same. */
  CLEAN("clean"),
  /** What the importer does decides over the result. */
  DEPENDS("depends"),
  /** Something stands against it. */
  CONFLICTS("conflicts"),
  /** The package refers to what it does not hold. */
  INCOMPLETE("incomplete");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
