package org.pchat.backupfile;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.mgc.Row;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.pages.RowCursor;
import org.pchat.problem.Location;

/**
 * Walks over the records of a table, in the order in which its pages stand.
 *
 * @param <T> the type of the records
 */
final class TableCursor<T> implements RecordCursor<T> {
  private final RowCursor rows;
  private final Row row;
  private final Mapping<T> mapping;
  private final Location where;
  private final Runnable onFault;
  private @Nullable T record;
  private long passedOver;

  /** Turns a row into a record. */
  interface Mapping<T> {
    /** Returns the record, or null if the row was reported and is passed over. */
    @Nullable T record(Row row) throws IOException;
  }

  /** Walks over {@code rows}; {@code onFault} is told when they turn out to be doubtful. */
  TableCursor(RowCursor rows, Row row, Mapping<T> mapping, Location where, Runnable onFault) {
    this.rows = rows;
    this.row = row;
    this.mapping = mapping;
    this.where = where;
    this.onFault = onFault;
  }

  @Override
  public boolean advance() throws IOException {
    record = null;
    while (record == null && rows.advance()) {
      record = mapping.record(row);
      passedOver += record == null ? 1 : 0;
    }
    if (rows.faulty()) {
      onFault.run();
    }
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
  public long passedOver() {
    return passedOver + rows.badRows();
  }

  @Override
  public void close() {}
}
