package org.pchat.backupfile;

import java.io.IOException;
import java.util.Optional;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over the messages of one room among those of all. */
final class RoomCursor implements RecordCursor<Message> {
  private final RecordCursor<Message> all;
  private final Guid room;

  RoomCursor(RecordCursor<Message> all, Guid room) {
    this.all = all;
    this.room = room;
  }

  @Override
  public boolean advance() throws IOException {
    boolean more = all.advance();
    while (more && !all.record().room().equals(room)) {
      more = all.advance();
    }
    return more;
  }

  @Override
  public Message record() {
    return all.record();
  }

  @Override
  public Location location() {
    return all.location();
  }

  @Override
  public Optional<RawRecord> raw() {
    return Optional.empty();
  }

  @Override
  public long passedOver() {
    return all.passedOver();
  }

  @Override
  public void close() throws IOException {
    all.close();
  }
}
