package org.pchat.gate;

/**
 * How much may disappear before a snapshot is suspect. Nothing in Persistent Chat removes a message
 * but an administrator's command, so little is normal; docs/store.md explains the figures.
 *
 * @param messages so many messages may be gone from rooms that are still there, all taken together
 * @param percent and so much of all messages
 * @param roomPercent less than so much of a single room; a room that lost all is always suspect
 * @param permissionPercent less than so much of the roles and scopes, and of the principals
 */
public record Limits(long messages, int percent, int roomPercent, int permissionPercent) {
  /** What applies if nothing is said: 100 messages or 1 %, half a room, half the permissions. */
  public static final Limits DEFAULT = new Limits(100, 1, 50, 50);

  /*
   * One message that was taken out of a small room is a large part of it, and no alarm.
   */
  private static final long FEW = 5;

  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException if one makes no sense; the message is for the user
   */
  public Limits {
    if (messages < 0) {
      throw new IllegalArgumentException(messages + " messages are less than none");
    }
    for (int each : new int[] {percent, roomPercent, permissionPercent}) {
      if (each < 0 || each > 100) {
        throw new IllegalArgumentException(each + " % is not between 0 and 100");
      }
    }
  }

  /** Returns whether it is suspect that {@code lost} of {@code before} messages are gone. */
  boolean isTooMuch(long lost, long before) {
    return lost > messages || (lost >= FEW && exceeds(lost, before, percent));
  }

  /** Returns whether it is suspect that a room lost {@code lost} of {@code before} messages. */
  boolean isTooMuchOfRoom(long lost, long before) {
    return lost > 0 && (lost == before || (lost >= FEW && reaches(lost, before, roomPercent)));
  }

  /**
   * Returns whether it is suspect that {@code before} permissions or principals are so many now.
   */
  boolean isTooFew(long before, long now) {
    return now < before && reaches(before - now, before, permissionPercent);
  }

  private static boolean exceeds(long part, long whole, int percent) {
    return part * 100.0 > whole * (double) percent;
  }

  private static boolean reaches(long part, long whole, int percent) {
    return part * 100.0 >= whole * (double) percent;
  }
}
