package org.pchat.archive;

import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;

/** Walks over the messages of one room, where they stand among those of others. */
final class OneRoomCursor extends PassingCursor<Message> {
  private final Guid room;

  OneRoomCursor(RecordCursor<Message> all, Guid room) {
    super(all);
    this.room = room;
  }

  @Override
  boolean passes(Message message) {
    return message.room().equals(room);
  }
}
