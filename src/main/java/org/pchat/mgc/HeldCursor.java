package org.pchat.mgc;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over records that are held in memory. */
public final class HeldCursor<T> implements RecordCursor<T> {
  private final Iterator<T> records;
  private final Location where;
  private @Nullable T record;

  /** Walks over {@code records}, which are at one place. */
  public HeldCursor(Iterator<T> records, Location where) {
    this.records = records;
    this.where = where;
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
    return where;
  }

  @Override
  public Optional<RawRecord> raw() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
