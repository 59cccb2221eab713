package org.pchat.diff;

import java.io.IOException;
import java.util.Comparator;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.order.SortedCursor;
import org.pchat.spill.SortSpace;

/**
 * The messages of a room by time and author, for sources whose numbers were only counted out: the
 * n-th message of an author at a time is the n-th of the other side.
 */
final class ByTime {
  static final Comparator<Message> ORDER =
      Comparator.comparing(Message::sent).thenComparing(ByTime::author);

  private ByTime() {}

  private static String author(Message message) {
    Guid author = message.author();
    return author == null
        ? message.authorRaw() == null ? "" : message.authorRaw()
        : author.toString();
  }

  /** Sorts and closes {@code messages}. */
  static RecordCursor<Message> sorted(RecordCursor<Message> messages, Watch watch, SortSpace space)
      throws IOException {
    return SortedCursor.of(messages, Kind.MESSAGE, ORDER, watch, space);
  }
}
