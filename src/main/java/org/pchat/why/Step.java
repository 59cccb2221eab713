package org.pchat.why;

import org.pchat.model.Spelled;

/**
 * One link in the chain of rules that decide whether somebody may use a room.
 *
 * @param rule which rule
 * @param answer how it turns out
 * @param words why
 */
public record Step(Rule rule, Certainty answer, String words) {
  /** The rules, in the order in which they are asked. */
  public enum Rule implements Spelled {
    /** Is there an account in use? */
    ACCOUNT("account"),
    /** Does the category let the account in? Deny wins. */
    CATEGORY("category"),
    /** Is the room there and switched on? */
    ROOM("room"),
    /** Does the privacy of the room ask for a role, and is there one? */
    PRIVACY("privacy"),
    /** May everybody write, or presenters only? */
    WRITING("writing");

    private final String word;

    Rule(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }
}
