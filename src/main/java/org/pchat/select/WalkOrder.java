package org.pchat.select;

/** The order of a walk over messages. */
public enum WalkOrder {
  /** By room name without regard to case, the room's GUID, message id. */
  BY_ROOM,
  /** By time, room name without regard to case, the room's GUID, message id. */
  BY_TIME
}
