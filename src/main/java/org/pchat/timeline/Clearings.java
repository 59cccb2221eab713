package org.pchat.timeline;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Clearing;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Ticks;

/**
 * Which rooms were cleared at which snapshot, and whether all were, up to one time, because old
 * messages age out. Known only when all rooms were read.
 */
final class Clearings {
  private final Map<Integer, Map<Guid, Act>> cleared = new HashMap<>();
  private final Map<Integer, Tide> tides = new HashMap<>();

  /** What left all rooms at one snapshot. */
  private static final class Tide {
    private @Nullable Ticks lastGone;
    private @Nullable Ticks firstKept;
    private boolean deletedElsewhere;

    boolean isTide(int rooms) {
      return rooms > 1
          && !deletedElsewhere
          && lastGone != null
          && (firstKept == null || firstKept.compareTo(lastGone) > 0);
    }
  }

  /** Takes what became of a room's messages at one snapshot. */
  void add(Guid room, int snapshot, Clearing clearing) {
    Tide tide = tides.computeIfAbsent(snapshot, unseen -> new Tide());
    Ticks kept = clearing.firstKept();
    if (kept != null && (tide.firstKept == null || kept.compareTo(tide.firstKept) < 0)) {
      tide.firstKept = kept;
    }
    Ticks gone = clearing.until();
    if (gone != null) {
      if (tide.lastGone == null || gone.compareTo(tide.lastGone) > 0) {
        tide.lastGone = gone;
      }
      if (clearing.isCleared()) {
        cleared.computeIfAbsent(snapshot, unseen -> new HashMap<>()).put(room, Act.CLEARED);
      } else {
        tide.deletedElsewhere |= kept != null && kept.compareTo(gone) <= 0;
      }
    }
  }

  /** Concludes, when all rooms were read. */
  void settle() {
    tides.forEach(
        (snapshot, tide) -> {
          Map<Guid, Act> rooms = cleared.getOrDefault(snapshot, Map.of());
          if (tide.isTide(rooms.size())) {
            rooms.replaceAll((room, act) -> Act.AGED_OUT);
          }
        });
  }

  /** Returns by which act what was noted as deleted went in the end. */
  Act settle(Guid room, int snapshot, Act noted) {
    return noted == Act.DELETED
        ? cleared.getOrDefault(snapshot, Map.of()).getOrDefault(room, noted)
        : noted;
  }

  Event<?> settle(Event<?> event) {
    if (event.record() instanceof Message message && event.acts().contains(Act.DELETED)) {
      return event.by(settle(message.room(), event.until(), Act.DELETED));
    }
    return event;
  }
}
