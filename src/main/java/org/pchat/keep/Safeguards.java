package org.pchat.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every policy: pins, the last good snapshot while the gate is closed, and that
 * something is left.
 */
public final class Safeguards {
  /** Why a pinned snapshot is kept. */
  public static final String PINNED = "pinned";

  /** Why the last good snapshot is kept while newer ones are suspect. */
  public static final String GATE_CLOSED = "last good snapshot, newer ones are suspect";

  /** Why a snapshot is kept if a policy keeps none. */
  public static final String NEVER_EVERYTHING = "never everything";

  private final Set<String> pinned;
  private final @Nullable String lastGood;
  private final boolean gateClosed;

  /**
   * Knows what to guard.
   *
   * @param pinned the ids of pinned snapshots
   * @param lastGood the id of the last good snapshot; null if there is none
   * @param gateClosed whether newer ones are suspect and not accepted
   */
  public Safeguards(Set<String> pinned, @Nullable String lastGood, boolean gateClosed) {
    this.pinned = Set.copyOf(pinned);
    this.lastGood = lastGood;
    this.gateClosed = gateClosed;
  }

  /**
   * Returns the decisions with what must not be forgotten kept, in the same order. If nothing at
   * all would be left the last good snapshot is, or else the newest.
   *
   * @param decisions those of a policy, the newest first
   */
  public List<Decision> guard(List<Decision> decisions) {
    List<Decision> guarded = new ArrayList<>();
    for (Decision each : decisions) {
      guarded.add(guard(each));
    }
    if (guarded.stream().noneMatch(Decision::isKept) && !guarded.isEmpty()) {
      int spared = Math.max(0, indexOfLastGood(guarded));
      guarded.set(spared, guarded.get(spared).because(NEVER_EVERYTHING));
    }
    return guarded;
  }

  private Decision guard(Decision decision) {
    String id = decision.snapshot().id();
    Decision guarded = pinned.contains(id) ? decision.because(PINNED) : decision;
    return gateClosed && id.equals(lastGood) ? guarded.because(GATE_CLOSED) : guarded;
  }

  private int indexOfLastGood(List<Decision> decisions) {
    for (int at = 0; at < decisions.size(); at++) {
      if (decisions.get(at).snapshot().id().equals(lastGood)) {
        return at;
      }
    }
    return -1;
  }
}
