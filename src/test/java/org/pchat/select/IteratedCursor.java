package org.pchat.select;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over what an iterator gives. */
final class IteratedCursor<T> implements RecordCursor<T> {
  private final Iterator<T> records;
  private @Nullable T record;

  IteratedCursor(Iterator<T> records) {
    this.records = records;
  }

  @Override
  public boolean advance() {
    record = records.hasNext() ? records.next() : null;
    return record != null;
  }

  @Override
  public T record() {
    if (record == null) {
      throw new IllegalStateException("there is no record here");
    }
    return record;
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
  public void close() {}
}
