package org.pchat.select;

import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over a few messages that are held in memory and have left their places in the source. */
final class HeldCursor implements RecordCursor<Message> {
  private final Deque<Message> held;
  private final long passedOver;
  private @Nullable Message message;

  /** Takes {@code held} message by message. */
  HeldCursor(Deque<Message> held, long passedOver) {
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
