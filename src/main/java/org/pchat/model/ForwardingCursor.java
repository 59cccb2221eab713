package org.pchat.model;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.pchat.problem.Location;

/**
 * A walk that asks another, for those that differ from it in some answers. It forwards every
 * question there is, so that none falls back to the default by oversight.
 *
 * @param <T> the type of the records
 */
public abstract class ForwardingCursor<T> implements RecordCursor<T> {
  private final RecordCursor<T> cursor;

  /** Asks {@code cursor}. */
  protected ForwardingCursor(RecordCursor<T> cursor) {
    this.cursor = cursor;
  }

  @Override
  public boolean advance() throws IOException {
    return cursor.advance();
  }

  @Override
  public T record() {
    return cursor.record();
  }

  @Override
  public Location location() {
    return cursor.location();
  }

  @Override
  public Optional<RawRecord> raw() {
    return cursor.raw();
  }

  @Override
  public long passedOver() {
    return cursor.passedOver();
  }

  @Override
  public Set<String> doubtful() {
    return cursor.doubtful();
  }

  @Override
  public Mark mark() {
    return cursor.mark();
  }

  @Override
  public void close() throws IOException {
    cursor.close();
  }
}
