package org.pchat.diff;

import org.pchat.model.Spelled;

/**
 * The kind of act by which a record came to differ, found by logic from the two snapshots alone,
 * and the rule that finds it (docs/diff.md, "Kinds of act").
 *
 * <p>A record of a room, category, principal or add-in may have undergone several acts, every other
 * record one.
 */
public enum Act implements Spelled {
  /** A message that users wrote in between. */
  WRITTEN("written", "its number is above the last one that the room had given out"),
  /** A message that came back or was slipped in. */
  RESTORED(
      "restored",
      "its number had been given out before, so no user wrote it since: an import or a restored backup did"),
  /** A message taken out by itself. */
  DELETED(
      "deleted",
      "it is the only one that is gone, or some that are as old or older are still there"),
  /** A message that went when the room was cleared. */
  CLEARED(
      "cleared",
      "exactly everything up to a time is gone from the room, and more than one message"),
  /** A message that went when old messages went from every room; told only of many snapshots. */
  AGED_OUT(
      "aged-out",
      "exactly everything up to one time is gone from all rooms, and from more than one of them"),
  /** A message whose text an administrator replaced. */
  REPLACED("replaced", "number, time and author are the same, the text is another"),
  /** A message that differs in what no cmdlet changes, though not in its identity. */
  ALTERED(
      "altered",
      "number, time, author and text are the same, something else is not; no published cmdlet does that"),
  /** A fork: another time. */
  TIME_CHANGED(
      "time-changed", "number and author are the same, the time is another; no cmdlet does that"),
  /** A fork: another author. */
  AUTHOR_CHANGED(
      "author-changed", "number and time are the same, the author is another; no cmdlet does that"),
  /** A fork: another message. */
  NUMBER_REUSED(
      "number-reused",
      "the number stands for a message of another time and author; so after a failover with a lost tail"),

  /** A room that was made, with all that is in it. */
  ROOM_CREATED("room-created", "the room is new"),
  /** A room that is gone, with all that was in it. */
  ROOM_DELETED("room-deleted", "the room is gone"),
  /** A category that was made, with its permissions. */
  CATEGORY_CREATED("category-created", "the category is new"),
  /** A category that is gone, with its permissions. */
  CATEGORY_DELETED("category-deleted", "the category is gone"),
  /** A room that was switched off. */
  DISABLED("disabled", "disabled was false and is true"),
  /** A room that was switched on. */
  ENABLED("enabled", "disabled was true and is false"),
  /** A room whose privacy is another. */
  PRIVACY("privacy", "the visibility is another"),
  /** A room, category or add-in of another name. */
  RENAMED("renamed", "the GUID is the same, the name is another"),
  /** A room or category that stands below another category. */
  MOVED("moved", "the GUID is the same, the category above is another"),

  /** A role or scope that was given. */
  GRANTED("granted", "the permission is new"),
  /** A role or scope that was taken by itself. */
  REVOKED("revoked", "the permission is gone, and neither its node nor its principal explains it"),
  /** A role that a room lost on its way to another category. */
  PURGED_BY_MOVE("purged-by-move", "the role is gone, and its room has moved to another category"),

  /** A principal that appeared. */
  ACCOUNT_CREATED("account-created", "the principal is new"),
  /** A principal that appeared beside an older one of the same address. */
  ACCOUNT_RECREATED(
      "account-recreated", "the principal is new, and an older one has the same address"),
  /** A principal that was disabled. */
  ACCOUNT_DISABLED("account-disabled", "the principal's state has become 1, disabled"),
  /** A principal that is in use again. */
  ACCOUNT_ENABLED("account-enabled", "the principal's state has become 0, in use"),
  /** A principal whose account is gone, with its roles. */
  ACCOUNT_DELETED("account-deleted", "the principal's state has become 2, deleted"),
  /** A principal that is gone itself, with its roles. */
  ACCOUNT_REMOVED("account-removed", "the principal is gone from the list"),

  /** An add-in that was registered. */
  ADD_IN_CREATED("add-in-created", "the add-in is new"),
  /** An add-in that is gone. */
  ADD_IN_DELETED("add-in-deleted", "the add-in is gone"),
  /** A record with other settings. */
  EDITED("edited", "a setting is another"),
  /** A record in which only the server's own notes differ. */
  NOTED(
      "noted",
      "only what the server notes by itself is another: who changed it and when, purges, last numbers, directory checks"),

  /** A record that the other side could not hold. */
  OUTSIDE_LEVEL("outside-level", "the other side is of a level that does not hold such records"),
  /** A record that the other side could not hold. */
  OUTSIDE_SCOPE("outside-scope", "the other side is restricted to other categories"),
  /** A message that the other side could not hold. */
  BEFORE_START("before-start", "the other side holds no messages of before its start date"),
  /** A record that the other side may have held. */
  DAMAGED("damaged", "the other side is damaged where it would stand"),
  /** A record of other bytes. */
  RESPELLED("respelled", "the content is the same, the bytes differ");

  private final String word;
  private final String rule;

  Act(String word, String rule) {
    this.word = word;
    this.rule = rule;
  }

  @Override
  public String word() {
    return word;
  }

  /** Returns the rule that decided, as a clause. */
  public String rule() {
    return rule;
  }

  /** Returns whether no published cmdlet can do this, so that it must stand out. */
  public boolean isBeyondCmdlets() {
    return switch (this) {
      case TIME_CHANGED, AUTHOR_CHANGED, NUMBER_REUSED, ALTERED, RESTORED -> true;
      default -> false;
    };
  }
}
