package org.pchat.model;

import org.jspecify.annotations.Nullable;

/**
 * A part of a snapshot that can be compared or skipped as a whole: all records of a kind, or the
 * messages of one room.
 *
 * @param kind the kind of record
 * @param room the room, for messages of one room; else null
 */
public record Part(Kind<?> kind, @Nullable Guid room) {
  /** Returns the part that is all records of {@code kind}. */
  public static Part of(Kind<?> kind) {
    return new Part(kind, null);
  }

  /** Returns the part that is the messages of {@code room}. */
  public static Part messagesOf(Guid room) {
    return new Part(Kind.MESSAGE, room);
  }
}
