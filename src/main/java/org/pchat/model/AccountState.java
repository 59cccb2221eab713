package org.pchat.model;

/** What became of a principal's account: {@code prinDisabled}. Such principals stay principals. */
public enum AccountState implements Spelled {
  /** In use (0). */
  ACTIVE("0"),
  /** Switched off for SIP (1). */
  DISABLED("1"),
  /** The directory object is gone (2). */
  DELETED("2");

  private final String word;

  AccountState(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
