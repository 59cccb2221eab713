package org.pchat.model;

/** Who sees a room: {@code tblNode.visibility}; the cmdlets call it Privacy. */
public enum Visibility implements Spelled {
  /** Members only; the cmdlets say Secret (2). */
  PRIVATE("private"),
  /** Everyone in the scope of the category may see it; the cmdlets say Closed (3). */
  SCOPE("scope"),
  /** Everyone in the scope of the category may enter; the cmdlets say Open (6). */
  OPEN("open");

  private final String word;

  Visibility(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** Returns the word of the cmdlets: Secret, Closed or Open. */
  public String privacy() {
    return switch (this) {
      case PRIVATE -> "Secret";
      case SCOPE -> "Closed";
      case OPEN -> "Open";
    };
  }
}
