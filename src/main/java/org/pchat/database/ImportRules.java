package org.pchat.database;

import java.util.Locale;

/**
 * What an import does where Microsoft publishes nothing. A rehearsal tries every combination.
 *
 * @param match how an item of the package finds the item of the pool that it is
 * @param numbers what becomes of the numbers of messages
 * @param content what becomes of the messages that a room of the pool has
 */
public record ImportRules(Match match, Numbering numbers, Content content) {
  /** What the command does. */
  public static final ImportRules DEFAULT =
      new ImportRules(Match.GUID, Numbering.KEPT, Content.APPENDED);

  /** How items find each other. Names are compared without case, as SQL Server does. */
  public enum Match {
    /**
     * By GUID; an item whose GUID is new, by its name, and then it takes the place of the other.
     */
    GUID,
    /** By name alone; the item of the pool keeps its GUID. */
    NAME;

    /** Returns the word that users type. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of the numbers of messages. */
  public enum Numbering {
    /** Each message keeps its number; one whose number is taken by another is not added. */
    KEPT,
    /** New messages are numbered behind the last of the room. */
    RENUMBERED;

    /** Returns the word that users type. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of the messages of a room that is there already. */
  public enum Content {
    /** They stay; what is not there yet is added. */
    APPENDED,
    /** The room has the messages of the package afterwards, and no others. */
    REPLACED;

    /** Returns the word that users type. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
