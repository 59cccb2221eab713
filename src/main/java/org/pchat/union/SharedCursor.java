package org.pchat.union;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Part;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/**
 * One part that several snapshots have in common, by fingerprint, read from the first of them that
 * can be read: where one ends early because it is damaged, the next goes on behind the same record.
 */
final class SharedCursor<T> implements Closeable {
  private final Kind<T> kind;
  private final @Nullable Guid room;
  private final List<Snapshot> snapshots = new ArrayList<>(1);
  private @Nullable Walk walk;

  SharedCursor(Kind<T> kind, @Nullable Guid room) {
    this.kind = kind;
    this.room = room;
  }

  void add(Snapshot snapshot) {
    snapshots.add(snapshot);
  }

  Snapshot first() {
    return snapshots.get(0);
  }

  /** Returns whether the part is damaged in all snapshots, as far as it was read. */
  boolean isDamaged() {
    Part part = new Part(kind, room);
    return snapshots.stream().allMatch(snapshot -> snapshot.isDamaged(part));
  }

  RecordCursor<T> opened() {
    if (walk == null) {
      walk = new Walk();
    }
    return walk;
  }

  @Override
  public void close() throws IOException {
    if (walk != null) {
      walk.close();
    }
  }

  @SuppressWarnings("unchecked") // rooms are named for messages only
  private RecordCursor<T> open(Snapshot snapshot) throws IOException {
    return room == null
        ? snapshot.source().records(kind)
        : (RecordCursor<T>) snapshot.source().messages(room);
  }

  /** Walks over the part. */
  private final class Walk implements RecordCursor<T> {
    private int reading;
    private long records;
    private @Nullable RecordCursor<T> cursor;

    @Override
    public boolean advance() throws IOException {
      if (cursor == null) {
        cursor = open(snapshots.get(0));
      }
      while (!cursor.advance()) {
        if (reading + 1 == snapshots.size()
            || !snapshots.get(reading).isDamaged(new Part(kind, room))) {
          return false;
        }
        cursor.close();
        reading++;
        cursor = open(snapshots.get(reading));
        skip(cursor);
      }
      records++;
      return true;
    }

    private void skip(RecordCursor<T> behind) throws IOException {
      for (long i = 0; i < records; i++) {
        if (!behind.advance()) {
          return;
        }
      }
    }

    private RecordCursor<T> current() {
      if (cursor == null) {
        throw new IllegalStateException("there is no record here");
      }
      return cursor;
    }

    @Override
    public T record() {
      return current().record();
    }

    @Override
    public Location location() {
      return current().location();
    }

    @Override
    public Optional<RawRecord> raw() {
      return current().raw();
    }

    @Override
    public Set<String> doubtful() {
      return current().doubtful();
    }

    @Override
    public long passedOver() {
      return cursor == null ? 0 : cursor.passedOver();
    }

    @Override
    public void close() throws IOException {
      if (cursor != null) {
        cursor.close();
      }
    }
  }
}
