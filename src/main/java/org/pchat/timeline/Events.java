package org.pchat.timeline;

import java.io.Closeable;
import java.io.IOException;
import org.pchat.spill.SortedWalk;

/** Walks once over the events of a history, holding one at a time. Close it when done. */
public final class Events implements Closeable {
  private final SortedWalk<Event<?>> walk;
  private final Clearings clearings;

  Events(SortedWalk<Event<?>> walk, Clearings clearings) {
    this.walk = walk;
    this.clearings = clearings;
  }

  /**
   * Goes to the next event.
   *
   * @return false at the end
   */
  public boolean advance() throws IOException {
    return walk.advance();
  }

  /** Returns the event that the last {@link #advance} reached; it may be kept. */
  public Event<?> event() {
    return clearings.settle(walk.record());
  }

  @Override
  public void close() throws IOException {
    walk.close();
  }
}
