package org.pchat.select;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over those messages of another walk that pass a test, up to a number of them. */
final class FilteredCursor implements RecordCursor<Message> {
  private final RecordCursor<Message> messages;
  private final Predicate<Message> wanted;
  private long left;
  private boolean here;

  FilteredCursor(RecordCursor<Message> messages, Predicate<Message> wanted) {
    this(messages, wanted, Long.MAX_VALUE);
  }

  FilteredCursor(RecordCursor<Message> messages, Predicate<Message> wanted, long atMost) {
    this.messages = messages;
    this.wanted = wanted;
    this.left = atMost;
  }

  @Override
  public boolean advance() throws IOException {
    here = false;
    while (!here && left > 0 && messages.advance()) {
      here = wanted.test(messages.record());
    }
    left -= here ? 1 : 0;
    return here;
  }

  @Override
  public Message record() {
    if (!here) {
      throw new IllegalStateException("there is no record here");
    }
    return messages.record();
  }

  @Override
  public Location location() {
    return messages.location();
  }

  @Override
  public Optional<RawRecord> raw() {
    return messages.raw();
  }

  @Override
  public void close() throws IOException {
    messages.close();
  }
}
