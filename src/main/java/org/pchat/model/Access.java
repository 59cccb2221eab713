package org.pchat.model;

/** Whether a scope lets a principal into a category or keeps it out; deny wins. */
public enum Access implements Spelled {
  /** The principal may be given roles in the category. */
  ALLOW("allow"),
  /** The principal may not. */
  DENY("deny");

  private final String word;

  Access(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
