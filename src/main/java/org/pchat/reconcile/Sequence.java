package org.pchat.reconcile;

import java.io.IOException;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;

/**
 * The numbers of the messages of one room.
 *
 * @param messages how many there are
 * @param first the first number; 0 without messages
 * @param last the last number; 0 without messages
 * @param missing how many numbers between the two nobody has: messages that were deleted, or lost
 */
public record Sequence(long messages, long first, long last, long missing) {
  /** A room without messages. */
  public static final Sequence NONE = new Sequence(0, 0, 0, 0);

  /** Counts messages that come in their order, and closes the cursor. */
  static Sequence of(RecordCursor<Message> cursor) throws IOException {
    try (cursor) {
      long messages = 0;
      long first = 0;
      long last = 0;
      long missing = 0;
      while (cursor.advance()) {
        long id = cursor.record().id();
        first = messages == 0 ? id : first;
        missing += messages == 0 ? 0 : Math.max(0, id - last - 1);
        last = id;
        messages++;
      }
      return new Sequence(messages, first, last, missing);
    }
  }
}
