package org.pchat.restore;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
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

/** The messages of some rooms, one room after the other. */
final class RoomsInTurn implements RecordCursor<Message> {
  private final ChatSource source;
  private final Iterator<Guid> rooms;
  private @Nullable RecordCursor<Message> room;
  private long passedOver;

  RoomsInTurn(ChatSource source, List<Guid> rooms) {
    this.source = source;
    this.rooms = rooms.iterator();
  }

  @Override
  public boolean advance() throws IOException {
    while (true) {
      if (room != null) {
        if (room.advance()) {
          return true;
        }
        passedOver += room.passedOver();
        room.close();
        room = null;
      }
      if (!rooms.hasNext()) {
        return false;
      }
      room = source.messages(rooms.next());
    }
  }

  private RecordCursor<Message> at() {
    if (room == null) {
      throw new IllegalStateException("there is no message here");
    }
    return room;
  }

  @Override
  public Message record() {
    return at().record();
  }

  @Override
  public Location location() {
    return at().location();
  }

  @Override
  public Optional<RawRecord> raw() {
    return at().raw();
  }

  @Override
  public Set<String> doubtful() {
    return at().doubtful();
  }

  @Override
  public Mark mark() {
    return at().mark();
  }

  @Override
  public long passedOver() {
    return passedOver + (room == null ? 0 : room.passedOver());
  }

  @Override
  public void close() throws IOException {
    if (room != null) {
      room.close();
    }
  }
}
