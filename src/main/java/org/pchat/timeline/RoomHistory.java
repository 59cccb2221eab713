package org.pchat.timeline;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.pchat.diff.Act;
import org.pchat.model.Guid;

/** The messages of one room through all snapshots, in figures. */
public final class RoomHistory {
  private final Guid room;
  private final long[] messages;
  private final boolean[] told;
  private final long[] silent;
  private final Map<Integer, Map<Act, Long>> acts = new TreeMap<>();

  RoomHistory(Guid room, int snapshots) {
    this.room = room;
    this.messages = new long[snapshots];
    this.silent = new long[snapshots];
    this.told = new boolean[snapshots];
  }

  /** Returns the room. */
  public Guid room() {
    return room;
  }

  /** Returns how many messages a snapshot has; -1 where it has no part for the room. */
  public long messages(int snapshot) {
    return told[snapshot] ? messages[snapshot] : -1;
  }

  /** Returns of how many messages seen before a snapshot cannot tell. */
  public long silent(int snapshot) {
    return silent[snapshot];
  }

  /** Returns how many messages met with each act, by the snapshot that shows it first. */
  public Map<Integer, Map<Act, Long>> acts() {
    return acts;
  }

  void tells(int snapshot) {
    told[snapshot] = true;
  }

  void count(int snapshot) {
    messages[snapshot]++;
  }

  void cannotTell(int snapshot) {
    silent[snapshot]++;
  }

  void add(int snapshot, Act act) {
    acts.computeIfAbsent(snapshot, unseen -> new EnumMap<>(Act.class)).merge(act, 1L, Long::sum);
  }

  void settle(Clearings clearings) {
    acts.forEach(
        (snapshot, counts) -> {
          Long deleted = counts.remove(Act.DELETED);
          if (deleted != null) {
            counts.merge(clearings.settle(room, snapshot, Act.DELETED), deleted, Long::sum);
          }
        });
  }
}
