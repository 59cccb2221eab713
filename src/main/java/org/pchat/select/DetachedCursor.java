package org.pchat.select;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over messages that have left their places in the source, such as sorted ones. */
final class DetachedCursor implements RecordCursor<Message> {
  private final Supply supply;
  private final Closeable resources;
  private @Nullable Message message;

  /** Gives the next message, or null at the end. */
  interface Supply {
    @Nullable Message next() throws IOException;
  }

  /** Closes {@code resources} when closed itself. */
  DetachedCursor(Supply supply, Closeable resources) {
    this.supply = supply;
    this.resources = resources;
  }

  @Override
  public boolean advance() throws IOException {
    message = supply.next();
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
  public void close() throws IOException {
    resources.close();
  }
}
