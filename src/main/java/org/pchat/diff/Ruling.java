package org.pchat.diff;

/**
 * What becomes clear about a room's messages only at its end, and changes what was noted on the
 * way.
 */
enum Ruling {
  /** Everything stays as noted. */
  AS_NOTED,
  /** The messages that are gone went by clearing the room. */
  CLEARED;

  private static final Slot DELETED_SLOT = Slot.of(Change.REMOVED, Act.DELETED);
  private static final Slot CLEARED_SLOT = Slot.of(Change.REMOVED, Act.CLEARED);

  /** Returns how what was noted stands in the end. */
  Slot apply(Slot noted) {
    return this == CLEARED && noted.equals(DELETED_SLOT) ? CLEARED_SLOT : noted;
  }
}
