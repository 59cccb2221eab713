package org.pchat.runbook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a runbook can be asked for, in the order in which it is listed. */
public enum Scenario {
  /** A Front End pool is lost. */
  FRONT_END_LOST("1a", "front-end-lost", "A Front End pool is lost"),
  /** It is back. */
  FRONT_END_BACK("1b", "front-end-back", "The Front End pool is back"),
  /** A site is lost. */
  SITE_LOST("2a", "site-lost", "A site is lost with all that stands in it"),
  /** It is back. */
  SITE_BACK("2b", "site-back", "The site is back"),
  /** The chat servers of a site are lost. */
  CHAT_LOST("3a", "chat-lost", "The active chat servers of a site are lost"),
  /** They are back. */
  CHAT_BACK("3b", "chat-back", "The chat servers are back"),
  /** Everything is set back to a SQL Server backup. */
  SQL("4-sql", "restore-sql", "Data are lost: restore the whole database from a SQL Server backup"),
  /** An export is imported. */
  EXPORT("4-export", "restore-export", "Data are lost: import a whole export"),
  /** One thing is brought back. */
  SELECTIVE("4-selective", "restore-selective", "A user deleted something: bring back only that"),
  /** One thing is brought back from a SQL Server backup. */
  SIDECAR(
      "4-sidecar",
      "restore-sidecar",
      "A user deleted something: bring it back from a SQL Server backup"),
  /** The servers go for good. */
  DECOMMISSION("5-decommission", "decommission", "The servers go for good: keep what they hold");

  private final String number;
  private final String word;
  private final String title;

  Scenario(String number, String word, String title) {
    this.number = number;
    this.word = word;
    this.title = title;
  }

  /** Returns its number, such as "2a". */
  public String number() {
    return number;
  }

  /** Returns its name in one word. */
  public String word() {
    return word;
  }

  /** Returns what it is about. */
  public String title() {
    return title;
  }

  /** Returns the scenario with this number or name, whose case does not matter. */
  public static Optional<Scenario> named(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(s -> s.number.equals(wanted) || s.word.equals(wanted))
        .findFirst();
  }

  /** Returns all numbers and names. */
  public static List<String> names() {
    return Arrays.stream(values()).flatMap(s -> List.of(s.number, s.word).stream()).toList();
  }

  /** Returns whether the Front End pools change hands. */
  boolean movesFrontEnd() {
    return this == FRONT_END_LOST || this == FRONT_END_BACK || movesSite();
  }

  /** Returns whether the database changes hands. */
  boolean movesDatabase() {
    return movesSite() || this == CHAT_LOST || this == CHAT_BACK;
  }

  private boolean movesSite() {
    return this == SITE_LOST || this == SITE_BACK;
  }
}
