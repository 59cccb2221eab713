package org.pchat.keep;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One walk over snapshots, the newest first, and what it has counted so far. */
final class Counter {
  private final Policy policy;
  private final ZoneId zone;
  private final Map<Period, Instant> youngerThan = new EnumMap<>(Period.class);
  private final Map<Period, Integer> left = new EnumMap<>(Period.class);
  private final Map<Period, Long> lastCounted = new EnumMap<>(Period.class);
  private final Map<Period, Long> lastWithin = new EnumMap<>(Period.class);
  private int position;

  /**
   * Begins a walk.
   *
   * @param latest from when spans are counted; nothing if all is of the future, which then is
   *     younger than anything
   */
  Counter(Policy policy, Optional<Instant> latest, ZoneId zone) {
    this.policy = policy;
    this.zone = zone;
    for (Period period : Period.values()) {
      left.put(period, policy.count(period));
      Span span = policy.span(period);
      if (!span.isZero()) {
        youngerThan.put(period, latest.map(time -> span.before(time, zone)).orElse(Instant.MIN));
      }
    }
  }

  /** Returns why this snapshot is kept, in restic's order; empty if it is not. */
  List<String> reasons(Candidate snapshot) {
    List<String> reasons = new ArrayList<>();
    for (List<String> tags : policy.tagLists()) {
      if (snapshot.has(tags)) {
        reasons.add("has tags [" + String.join(", ", tags) + "]");
      }
    }
    within(Period.LAST, snapshot, reasons);
    for (Period period : Period.values()) {
      counted(period, snapshot, reasons);
    }
    for (Period period : Period.values()) {
      if (period != Period.LAST) {
        within(period, snapshot, reasons);
      }
    }
    position++;
    return reasons;
  }

  private void counted(Period period, Candidate snapshot, List<String> reasons) {
    Integer places = left.get(period);
    if (places != null && places > 0 && isNew(period, snapshot, lastCounted)) {
      left.put(period, places - 1);
      reasons.add(period.counted());
    }
  }

  private void within(Period period, Candidate snapshot, List<String> reasons) {
    Instant bound = youngerThan.get(period);
    if (bound != null && snapshot.time().isAfter(bound) && isNew(period, snapshot, lastWithin)) {
      reasons.add(period.within(policy.span(period)));
    }
  }

  private boolean isNew(Period period, Candidate snapshot, Map<Period, Long> last) {
    long number = period.number(snapshot.time().atZone(zone), position);
    Long before = last.put(period, number);
    return before == null || before != number;
  }
}
