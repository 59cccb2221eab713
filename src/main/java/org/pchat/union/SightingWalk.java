package org.pchat.union;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Doubt;
import org.pchat.diff.Knowledge;
import org.pchat.diff.Lane;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Part;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.UnionProblem;

/**
 * Merges the records of one part over all snapshots: one step for each identity, which tells what
 * each snapshot has or why it may not have it.
 *
 * @param <T> the type of the records
 */
public final class SightingWalk<T> implements Closeable {
  private static final int NONE = -1;

  private final Pile pile;
  private final Kind<T> kind;
  private final Comparator<T> order;
  private final @Nullable Guid room;
  private final List<Lane<T>> lanes = new ArrayList<>();
  private final List<SharedCursor<T>> cursors = new ArrayList<>();
  private final int[] laneOf;
  private final @Nullable Act[] partSilence;
  private final boolean[] roomGone;
  private boolean[] here = {};
  private @Nullable T any;
  private boolean begun;

  private SightingWalk(Pile pile, Kind<T> kind, @Nullable Guid room) {
    this.pile = pile;
    this.kind = kind;
    this.order = kind.order();
    this.room = room;
    int size = pile.snapshots().size();
    this.laneOf = new int[size];
    this.partSilence = new @Nullable Act[size];
    this.roomGone = new boolean[size];
  }

  static <T> SightingWalk<T> open(Pile pile, Kind<T> kind, @Nullable Guid room) throws IOException {
    var walk = new SightingWalk<>(pile, kind, room);
    try {
      walk.openLanes();
      return walk;
    } catch (IOException | RuntimeException failed) {
      try (walk) {
        throw failed;
      }
    }
  }

  private void openLanes() throws IOException {
    Part part = new Part(kind, room);
    Map<Fingerprint, Integer> groups = new HashMap<>();
    for (Snapshot snapshot : pile.snapshots()) {
      int i = snapshot.number();
      laneOf[i] = NONE;
      if (room != null) {
        partSilence[i] = partSilence(i, room);
        roomGone[i] = partSilence[i] == null && pile.nodes().isAbsent(room, i);
      }
      if (room == null || snapshot.hasMessagesOf(room)) {
        @Nullable Fingerprint print = snapshot.source().fingerprint(part).orElse(null);
        @Nullable Integer known = print == null ? null : groups.get(print);
        if (known == null) {
          known = cursors.size();
          cursors.add(new SharedCursor<>(kind, room));
          if (print != null) {
            groups.put(print, known);
          }
        }
        laneOf[i] = known;
        cursors.get(known).add(snapshot);
      }
    }
    for (SharedCursor<T> cursor : cursors) {
      lanes.add(lane(cursor));
    }
    here = new boolean[lanes.size()];
  }

  private @Nullable Act partSilence(int i, Guid guid) {
    Act why = pile.nodes().knowledge(i).whyNoMessages(guid).orElse(null);
    if (why == null
        && !pile.snapshots().get(i).hasMessagesOf(guid)
        && pile.snapshots().get(i).isDamaged(Part.messagesOf(guid))) {
      return Act.DAMAGED;
    }
    return why;
  }

  private Lane<T> lane(SharedCursor<T> cursor) throws IOException {
    Snapshot first = cursor.first();
    return new Lane<>(
        cursor.opened(),
        new Lane.Rule<T>(
            order,
            true,
            first.isSorted(kind),
            cursor::isDamaged,
            () ->
                new MalformedArchiveException(
                    Problem.of(
                        UnionProblem.NOT_ASCENDING,
                        Location.of(cursor.first().glimpse().name())))));
  }

  /**
   * Goes to the next identity.
   *
   * @return false at the end
   */
  public boolean advance() throws IOException {
    pile.watch().check();
    for (int lane = 0; lane < here.length; lane++) {
      if (!begun || here[lane]) {
        lanes.get(lane).advance();
      }
    }
    begun = true;
    any = lowest();
    for (int lane = 0; lane < here.length; lane++) {
      T record = lanes.get(lane).record();
      here[lane] = any != null && record != null && order.compare(record, any) == 0;
    }
    return any != null;
  }

  private @Nullable T lowest() {
    @Nullable T lowest = null;
    for (Lane<T> lane : lanes) {
      T record = lane.record();
      if (record != null && (lowest == null || order.compare(record, lowest) < 0)) {
        lowest = record;
      }
    }
    return lowest;
  }

  /** Returns the record as a snapshot has it; null if it has not. */
  public @Nullable T at(int snapshot) {
    int lane = laneOf[snapshot];
    return lane == NONE || !here[lane] ? null : lanes.get(lane).record();
  }

  /** Returns the record as the last snapshot that has it. */
  public T latest() {
    for (int i = laneOf.length - 1; i >= 0; i--) {
      T record = at(i);
      if (record != null) {
        return record;
      }
    }
    throw new IllegalStateException("there is no record here");
  }

  /** Returns how sure it is that a snapshot does not have the record. */
  Doubt doubt(int snapshot) {
    int lane = laneOf[snapshot];
    return lane == NONE ? Doubt.END : lanes.get(lane).doubt();
  }

  /** Returns whether a snapshot, which lacks the record, has one behind it in the same part. */
  public boolean goesOnBehind(int snapshot) {
    return doubt(snapshot) != Doubt.END;
  }

  /**
   * Returns why a snapshot that lacks the record need not have it; nothing if it proves that the
   * record was not there.
   */
  public Optional<Act> silence(int snapshot) {
    T record = latest();
    if (record instanceof Message message) {
      return ofMessage(message, snapshot);
    }
    if (isOfAbsentNode(record, snapshot)) {
      return Optional.empty();
    }
    if (doubt(snapshot) == Doubt.LOST || isLost(snapshot)) {
      return Optional.of(Act.DAMAGED);
    }
    return pile.nodes().knowledge(snapshot).whyUnknown(kind, record);
  }

  private boolean isLost(int snapshot) {
    return pile.snapshots().get(snapshot).source().lacks(kind);
  }

  private boolean isOfAbsentNode(T record, int snapshot) {
    return (record instanceof Role role && pile.nodes().isAbsent(role.node(), snapshot))
        || (record instanceof Scope scope && pile.nodes().isAbsent(scope.node(), snapshot));
  }

  private Optional<Act> ofMessage(Message message, int snapshot) {
    if (partSilence[snapshot] != null || roomGone[snapshot]) {
      return Optional.ofNullable(partSilence[snapshot]);
    }
    if (doubt(snapshot) == Doubt.LOST) {
      return Optional.of(Act.DAMAGED);
    }
    Knowledge knowledge = pile.nodes().knowledge(snapshot);
    return knowledge.isBeforeStart(message) ? Optional.of(Act.BEFORE_START) : Optional.empty();
  }

  /** Returns where a snapshot's record stands. */
  Location location(int snapshot) {
    return cursors.get(laneOf[snapshot]).opened().location();
  }

  /** Returns how many records could not be read, in all parts. */
  long passedOver() {
    return cursors.stream().mapToLong(cursor -> cursor.opened().passedOver()).sum();
  }

  @Override
  public void close() throws IOException {
    for (SharedCursor<T> cursor : cursors) {
      cursor.close();
    }
  }
}
