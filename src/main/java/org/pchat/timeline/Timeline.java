package org.pchat.timeline;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.diff.DiffSelection;
import org.pchat.spill.RecordFile;
import org.pchat.union.Pile;

/**
 * The history of a pile of snapshots, from the general to the particular: for each snapshot what
 * happened since those before it and what it cannot tell; for each room its figures; and each
 * event.
 *
 * <p>Everything is read once, in merges over all snapshots. Events lie in a temporary file until
 * this is closed. The pile stays open and belongs to the caller.
 */
public final class Timeline implements Closeable {
  private final Pile pile;
  private final RecordFile<Event<?>> file;
  private final List<Map<Act, Long>> acts = new ArrayList<>();
  private final List<Map<Act, Long>> silences = new ArrayList<>();
  private final List<RoomHistory> rooms = new ArrayList<>();
  private final Clearings clearings = new Clearings();
  private long events;
  private long gone;

  private Timeline(Pile pile) throws IOException {
    this.pile = pile;
    this.file = new RecordFile<>(new EventCodec(), pile.space());
    for (int i = 0; i < pile.snapshots().size(); i++) {
      acts.add(new EnumMap<>(Act.class));
      silences.add(new EnumMap<>(Act.class));
    }
  }

  /** Reads the history of what is selected. */
  public static Timeline of(Pile pile, DiffSelection selection) throws IOException {
    var timeline = new Timeline(pile);
    try {
      new TimelineRun(pile, selection, timeline).run();
      timeline.file.finish();
      timeline.settle();
      return timeline;
    } catch (IOException | RuntimeException failed) {
      try (timeline) {
        throw failed;
      }
    }
  }

  void add(Event<?> event) throws IOException {
    file.add(event);
    events++;
    gone += event.change() == Change.REMOVED ? 1 : 0;
    if (event.change() != Change.UNKNOWN) {
      event.acts().forEach(act -> acts.get(event.until()).merge(act, 1L, Long::sum));
    }
  }

  void silent(int snapshot, Act why) {
    silences.get(snapshot).merge(why, 1L, Long::sum);
  }

  void add(RoomHistory room) {
    rooms.add(room);
  }

  Clearings clearings() {
    return clearings;
  }

  private void settle() {
    clearings.settle();
    for (RoomHistory room : rooms) {
      for (Map.Entry<Integer, Map<Act, Long>> step : room.acts().entrySet()) {
        long deleted = step.getValue().getOrDefault(Act.DELETED, 0L);
        Act act = clearings.settle(room.room(), step.getKey(), Act.DELETED);
        if (deleted > 0 && act != Act.DELETED) {
          Map<Act, Long> all = acts.get(step.getKey());
          all.merge(act, deleted, Long::sum);
          all.compute(
              Act.DELETED,
              (same, count) -> count == null || count == deleted ? null : count - deleted);
        }
      }
      room.settle(clearings);
    }
  }

  /** Returns the snapshots. */
  public Pile pile() {
    return pile;
  }

  /** Returns how many records met with each act, as a snapshot is the first to show. */
  public Map<Act, Long> acts(int snapshot) {
    return acts.get(snapshot);
  }

  /** Returns of how many records seen before a snapshot cannot tell, by reason. */
  public Map<Act, Long> silences(int snapshot) {
    return silences.get(snapshot);
  }

  /** Returns the rooms that are selected, in order of GUID. */
  public List<RoomHistory> rooms() {
    return rooms;
  }

  /** Returns how often a record disappeared. */
  public long gone() {
    return gone;
  }

  /** Opens a walk over all events: kind by kind, record by record, in order of time. */
  public Events events() {
    return new Events(file.walk(0, events), clearings);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
