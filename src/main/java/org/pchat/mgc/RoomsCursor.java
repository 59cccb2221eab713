package org.pchat.mgc;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over the messages of one room after the other; one query is open at a time. */
public final class RoomsCursor implements RecordCursor<Message> {
  private final Iterator<Guid> rooms;
  private final Opening opening;
  private final Location where;
  private @Nullable RecordCursor<Message> current;
  private long passedOver;

  /** Opens one room. */
  public interface Opening {
    /** Opens the messages of a room. */
    RecordCursor<Message> open(Guid room) throws IOException;
  }

  /** Walks over {@code rooms} in their order. */
  public RoomsCursor(Iterator<Guid> rooms, Opening opening, Location where) {
    this.rooms = rooms;
    this.opening = opening;
    this.where = where;
  }

  @Override
  public boolean advance() throws IOException {
    while (current == null || !current.advance()) {
      closeCurrent();
      if (!rooms.hasNext()) {
        return false;
      }
      current = opening.open(rooms.next());
    }
    return true;
  }

  @Override
  public Message record() {
    if (current == null) {
      throw new IllegalStateException("there is no record here");
    }
    return current.record();
  }

  @Override
  public Location location() {
    return where;
  }

  @Override
  public Optional<RawRecord> raw() {
    return Optional.empty();
  }

  @Override
  public long passedOver() {
    return passedOver + (current == null ? 0 : current.passedOver());
  }

  private void closeCurrent() throws IOException {
    RecordCursor<Message> ended = current;
    current = null;
    if (ended != null) {
      passedOver += ended.passedOver();
      ended.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeCurrent();
  }
}
