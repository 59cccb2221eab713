package org.pchat.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pchat.keep.Candidate;
import org.pchat.keep.Decision;
import org.pchat.keep.Policy;
import org.pchat.keep.Safeguards;

/** Decides which snapshots of a store are forgotten: the policy, and what stands above it. */
public final class Forgetting {
  private Forgetting() {}

  /**
   * Decides over all snapshots.
   *
   * @param snapshots by time
   * @param zone whose calendar the policy means
   * @return the newest first
   */
  public static List<Decision> decide(
      List<Snapshot> snapshots, Policy policy, Instant now, ZoneId zone) {
    List<Snapshot> newestFirst = new ArrayList<>(snapshots);
    Collections.reverse(newestFirst);
    List<Candidate> candidates =
        newestFirst.stream()
            .map(snapshot -> new Candidate(snapshot.id(), snapshot.time(), snapshot.tags()))
            .toList();
    return safeguards(newestFirst).guard(policy.decide(candidates, now, zone));
  }

  /**
   * Decides to forget certain snapshots and to keep all others.
   *
   * @param snapshots by time
   * @param named the ids of those to forget
   */
  public static List<Decision> decide(List<Snapshot> snapshots, Set<String> named) {
    List<Snapshot> newestFirst = new ArrayList<>(snapshots);
    Collections.reverse(newestFirst);
    List<Decision> decisions =
        newestFirst.stream()
            .map(
                snapshot ->
                    new Decision(
                        new Candidate(snapshot.id(), snapshot.time(), snapshot.tags()),
                        named.contains(snapshot.id()) ? List.of() : List.of("not named")))
            .toList();
    return safeguards(newestFirst).guard(decisions);
  }

  private static Safeguards safeguards(List<Snapshot> newestFirst) {
    int good = 0;
    while (good < newestFirst.size() && newestFirst.get(good).suspect()) {
      good++;
    }
    Set<String> pinned =
        newestFirst.stream().filter(Snapshot::pinned).map(Snapshot::id).collect(Collectors.toSet());
    String lastGood = good == newestFirst.size() ? null : newestFirst.get(good).id();
    return new Safeguards(pinned, lastGood, good > 0);
  }

  /** Returns the ids of those that are forgotten. */
  public static Set<String> forgotten(List<Decision> decisions) {
    return decisions.stream()
        .filter(decision -> !decision.isKept())
        .map(decision -> decision.snapshot().id())
        .collect(Collectors.toSet());
  }
}
