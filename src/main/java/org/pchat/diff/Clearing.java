package org.pchat.diff;

import org.jspecify.annotations.Nullable;
import org.pchat.model.Ticks;

/**
 * Whether a room was cleared between two snapshots: exactly everything up to a time is gone, and
 * more than one message; what is left is younger than all that is gone.
 */
public final class Clearing {
  private @Nullable Ticks lastGone;
  private @Nullable Ticks firstKept;
  private long gone;

  /** Takes the time of a message that is gone. */
  public void gone(Ticks sent) {
    gone++;
    lastGone = lastGone == null || sent.compareTo(lastGone) > 0 ? sent : lastGone;
  }

  /** Takes the time of a message that both snapshots have. */
  public void kept(Ticks sent) {
    firstKept = firstKept == null || sent.compareTo(firstKept) < 0 ? sent : firstKept;
  }

  /** Returns whether what is gone went by clearing. */
  public boolean isCleared() {
    return gone > 1 && lastGone != null && (firstKept == null || firstKept.compareTo(lastGone) > 0);
  }

  /** Returns the time of the last message that is gone; null if none is. */
  public @Nullable Ticks until() {
    return lastGone;
  }

  /** Returns the time of the first message that is left; null if none is. */
  public @Nullable Ticks firstKept() {
    return firstKept;
  }
}
