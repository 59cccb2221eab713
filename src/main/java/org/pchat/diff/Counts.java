package org.pchat.diff;

/**
 * How many records differ.
 *
 * @param added only in the later snapshot
 * @param removed only in the earlier one
 * @param changed in both, with other values
 * @param forked messages only: of one number but with another time or author
 * @param unknown in one, where the other cannot tell; no difference
 * @param respelled in both, with other bytes; 0 unless that was asked for
 */
public record Counts(
    long added, long removed, long changed, long forked, long unknown, long respelled) {
  /** Nothing differs. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  /** Returns how many differ. */
  public long different() {
    return added + removed + changed + forked + respelled;
  }

  /** Returns the count of one kind of change. */
  public long of(Change change) {
    return switch (change) {
      case ADDED -> added;
      case REMOVED -> removed;
      case CHANGED -> changed;
      case FORKED -> forked;
      case UNKNOWN -> unknown;
      case RESPELLED -> respelled;
    };
  }
}
