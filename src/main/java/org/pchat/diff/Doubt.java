package org.pchat.diff;

/** How sure it is that a side does not have a record that the other has. */
public enum Doubt {
  /** The side was read on both sides of the place where the record would stand. */
  NONE,
  /** The side ended before that place, and not early. */
  END,
  /** Something at that place, or nobody knows where, could not be read. */
  LOST
}
