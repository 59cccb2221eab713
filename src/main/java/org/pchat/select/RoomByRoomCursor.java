package org.pchat.select;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Mark;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over the messages of one room after the other, with one room open at a time. */
final class RoomByRoomCursor implements RecordCursor<Message> {
  private final ChatSource source;
  private final Iterator<Guid> rooms;
  private @Nullable RecordCursor<Message> open;
  private long passedOver;

  RoomByRoomCursor(ChatSource source, Iterable<Guid> rooms) {
    this.source = source;
    this.rooms = rooms.iterator();
  }

  @Override
  public boolean advance() throws IOException {
    while (open == null || !open.advance()) {
      close();
      if (!rooms.hasNext()) {
        return false;
      }
      open = source.messages(rooms.next());
    }
    return true;
  }

  private RecordCursor<Message> current() {
    if (open == null) {
      throw new IllegalStateException("there is no record here");
    }
    return open;
  }

  @Override
  public Message record() {
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
  public Mark mark() {
    return current().mark();
  }

  @Override
  public long passedOver() {
    return passedOver + (open == null ? 0 : open.passedOver());
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      RecordCursor<Message> done = open;
      open = null;
      passedOver += done.passedOver();
      done.close();
    }
  }
}
