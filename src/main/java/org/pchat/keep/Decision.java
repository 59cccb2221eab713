package org.pchat.keep;

import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of a snapshot.
 *
 * @param snapshot the snapshot
 * @param reasons why it is kept, as restic words it; empty if it is forgotten
 */
public record Decision(Candidate snapshot, List<String> reasons) {
  /** Copies the reasons. */
  public Decision {
    reasons = List.copyOf(reasons);
  }

  /** Returns whether it is kept. */
  public boolean isKept() {
    return !reasons.isEmpty();
  }

  /** Returns the same with a reason more to keep it. */
  Decision because(String reason) {
    return new Decision(snapshot, Stream.concat(reasons.stream(), Stream.of(reason)).toList());
  }
}
