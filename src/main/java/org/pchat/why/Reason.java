package org.pchat.why;

import org.jspecify.annotations.Nullable;

/**
 * One reason why something is gone.
 *
 * @param cause what kind of reason
 * @param words what happened, in one or two sentences; names from the snapshots stand in them
 * @param undo the one cmdlet that undoes it; null if there is none
 * @param advice what to do besides or instead; null if the cmdlet says it all
 */
public record Reason(Cause cause, String words, @Nullable String undo, @Nullable String advice) {
  private static final String PACKAGE =
      "see package; no cmdlet brings it back, an import package made from the earlier snapshot does";

  /** Returns a reason that a cmdlet undoes. */
  static Reason undone(Cause cause, String words, String undo) {
    return new Reason(cause, words, undo, null);
  }

  /** Returns a reason that no cmdlet undoes. */
  static Reason lasting(Cause cause, String words) {
    return new Reason(cause, words, null, advice(cause));
  }

  private static @Nullable String advice(Cause cause) {
    if (!cause.needsPackage()) {
      return null;
    }
    boolean deleted = cause != Cause.TEXTS_REPLACED && cause != Cause.FORKED;
    return deleted ? "deleted: " + PACKAGE : PACKAGE;
  }
}
