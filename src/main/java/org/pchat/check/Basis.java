package org.pchat.check;

import org.pchat.model.Spelled;

/** What a rule rests on, in the words of docs/format.md. */
public enum Basis implements Spelled {
  /** Microsoft's documentation says so. */
  PUBLISHED("published"),
  /** We deduced it; a strict check does not make errors of it. */
  INFERRED("inferred"),
  /** We decided it. */
  OURS("ours");

  private final String word;

  Basis(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
