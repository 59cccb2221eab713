package org.pchat.union;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.model.Mark;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.problem.Location;

/**
 * Walks over the records of one kind in all snapshots, each once, as it was seen last.
 *
 * <p>What is gone is walked over too, but for permissions: of a room or category those are told
 * that it had when it was seen last.
 */
final class UnitedRecords<T> implements RecordCursor<T> {
  private final Pile pile;
  private final SightingWalk<T> walk;
  private @Nullable T record;
  private int last;
  private int gone;

  UnitedRecords(Pile pile, Kind<T> kind) throws IOException {
    this.pile = pile;
    this.walk = pile.records(kind);
  }

  @Override
  public boolean advance() throws IOException {
    while (walk.advance()) {
      look();
      if (gone < 0 || gone > lastOfNode()) {
        return true;
      }
    }
    record = null;
    return false;
  }

  private void look() {
    int size = pile.snapshots().size();
    last = size - 1;
    while (last > 0 && walk.at(last) == null) {
      last--;
    }
    record = walk.at(last);
    gone = -1;
    for (int i = last + 1; i < size && gone < 0; i++) {
      gone = walk.silence(i).isEmpty() ? i : -1;
    }
  }

  /** Returns up to which snapshot a permission has to be there; -1 for what needs no node. */
  private int lastOfNode() {
    if (record instanceof Role role) {
      return pile.nodes().lastSeen(role.node());
    }
    return record instanceof Scope scope ? pile.nodes().lastSeen(scope.node()) : -1;
  }

  @Override
  public T record() {
    T reached = record;
    if (reached == null) {
      throw new IllegalStateException("there is no record here");
    }
    return reached;
  }

  @Override
  public Location location() {
    return walk.location(last);
  }

  @Override
  public Optional<RawRecord> raw() {
    return Optional.empty();
  }

  @Override
  public Mark mark() {
    return gone < 0 ? Mark.NONE : new Mark(pile.interval(last, gone), null, null, false);
  }

  @Override
  public long passedOver() {
    return walk.passedOver();
  }

  @Override
  public void close() throws IOException {
    walk.close();
  }
}
