package org.pchat.diff;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts differences as they are noted, until a ruling settles them. */
final class Tally {
  private final Map<Slot, Long> noted = new HashMap<>(4);

  void add(Slot slot) {
    noted.merge(slot, 1L, Long::sum);
  }

  boolean isEmpty() {
    return noted.isEmpty();
  }

  /** Returns the counts under a ruling. */
  Settled settle(Ruling ruling) {
    var settled = new Settled();
    noted.forEach((slot, records) -> settled.add(ruling.apply(slot), records));
    return settled;
  }

  /** Counts that are final. */
  static final class Settled {
    private final Map<Change, Long> changes = new EnumMap<>(Change.class);
    private final Map<Act, Long> acts = new EnumMap<>(Act.class);

    private void add(Slot slot, long records) {
      changes.merge(slot.change(), records, Long::sum);
      slot.acts().forEach(act -> acts.merge(act, records, Long::sum));
    }

    void add(Settled other) {
      other.changes.forEach((change, records) -> changes.merge(change, records, Long::sum));
      other.acts.forEach((act, records) -> acts.merge(act, records, Long::sum));
    }

    Counts counts() {
      return new Counts(
          count(Change.ADDED),
          count(Change.REMOVED),
          count(Change.CHANGED),
          count(Change.FORKED),
          count(Change.UNKNOWN),
          count(Change.RESPELLED));
    }

    private long count(Change change) {
      return changes.getOrDefault(change, 0L);
    }

    Map<Act, Long> acts() {
      return Collections.unmodifiableMap(acts);
    }
  }
}
