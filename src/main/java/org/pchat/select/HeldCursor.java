package org.pchat.select;

import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Mark;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over a few messages that are held in memory and have left their places in the source. */
final class HeldCursor implements RecordCursor<Message> {
  private final Deque<Held> held;
  private final long passedOver;
  private @Nullable Held message;

  /** A message and what other snapshots say about it. */
  record Held(Message message, Mark mark) {}

  /** Takes {@code held} message by message. */
  HeldCursor(Deque<Held> held, long passedOver) {
    this.held = held;
    this.passedOver = passedOver;
  }

  @Override
  public boolean advance() {
    message = held.poll();
    return message != null;
  }

  @Override
  public Message record() {
    return current().message();
  }

  @Override
  public Mark mark() {
    return current().mark();
  }

  private Held current() {
    if (message == null) {
      throw new IllegalStateException("there is no record here");
    }
    return message;
  }

  @Override
  public Location location() {
    return Location.NONE;
  }

  @Override
  public Optional<RawRecord> raw() {
    return Optional.empty();
  }

  @Override
  public long passedOver() {
    return passedOver;
  }

  @Override
  public void close() {
    held.clear();
  }
}
