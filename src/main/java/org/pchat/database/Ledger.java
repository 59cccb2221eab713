package org.pchat.database;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pchat.model.Guid;
import org.pchat.model.Kind;

/** Keeps the account of an import. */
final class Ledger {
  private static final int MOST_NAMED = 1_000;
  private final Map<Kind<?>, Tally> tallies = new HashMap<>();
  private final List<ImportOutcome.Overwritten> overwritten = new ArrayList<>();
  private final List<ImportOutcome.Conflict> conflicts = new ArrayList<>();
  private final List<ImportOutcome.RoomChange> rooms = new ArrayList<>();

  /** What happened to one record. */
  enum Fate {
    ADDED,
    CHANGED,
    UNCHANGED,
    REMOVED,
    PASSED_OVER
  }

  /** How often each fate befell. */
  static final class Tally {
    private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);

    void add(Fate fate) {
      counts.merge(fate, 1L, Long::sum);
    }

    void add(Tally other) {
      other.counts.forEach((fate, count) -> counts.merge(fate, count, Long::sum));
    }

    long of(Fate fate) {
      return counts.getOrDefault(fate, 0L);
    }

    ImportOutcome.Counts counts() {
      return new ImportOutcome.Counts(
          of(Fate.ADDED),
          of(Fate.CHANGED),
          of(Fate.UNCHANGED),
          of(Fate.REMOVED),
          of(Fate.PASSED_OVER));
    }
  }

  Fate note(Kind<?> kind, Fate fate) {
    tally(kind).add(fate);
    return fate;
  }

  private Tally tally(Kind<?> kind) {
    return tallies.computeIfAbsent(kind, k -> new Tally());
  }

  void overwritten(Kind<?> kind, Guid guid, String name, boolean byName) {
    if (overwritten.size() < MOST_NAMED) {
      overwritten.add(new ImportOutcome.Overwritten(kind, guid, name, byName));
    }
  }

  void conflict(ImportOutcome.Conflict conflict) {
    if (conflicts.size() < MOST_NAMED) {
      conflicts.add(conflict);
    }
  }

  void room(Guid room, String name, Tally messages) {
    tally(Kind.MESSAGE).add(messages);
    boolean changed =
        messages.of(Fate.ADDED) + messages.of(Fate.CHANGED) + messages.of(Fate.REMOVED) > 0;
    if ((changed || messages.of(Fate.PASSED_OVER) > 0) && rooms.size() < MOST_NAMED) {
      rooms.add(new ImportOutcome.RoomChange(room, name, messages.counts()));
    }
  }

  ImportOutcome outcome(boolean newPool) {
    Map<Kind<?>, ImportOutcome.Counts> counts = new HashMap<>();
    tallies.forEach((kind, tally) -> counts.put(kind, tally.counts()));
    return new ImportOutcome(newPool, counts, overwritten, conflicts, rooms);
  }
}
