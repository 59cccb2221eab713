package org.pchat.database;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.mgc.Row;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.problem.Location;

/**
 * Walks over the rows of a query, one at a time, as the driver gets them.
 *
 * @param <T> the type of the records
 */
final class RowCursor<T> implements RecordCursor<T> {
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final JdbcRow row;
  private final Mapping<T> mapping;
  private final Setting setting;
  private @Nullable T record;
  private long passedOver;
  private boolean closed;

  /** Turns a row into a record. */
  interface Mapping<T> {
    /** Returns the record, or null if the row was reported and is passed over. */
    @Nullable T record(Row row) throws IOException;
  }

  /** What all cursors of a source share. */
  record Setting(Dialect dialect, Location where, Watch watch) {}

  /** Takes over an open query. */
  RowCursor(PreparedStatement statement, Mapping<T> mapping, Setting setting) throws SQLException {
    this.statement = statement;
    this.mapping = mapping;
    this.setting = setting;
    this.rows = statement.executeQuery();
    this.row = new JdbcRow(rows, setting.dialect());
  }

  @Override
  public boolean advance() throws IOException {
    record = null;
    try {
      while (!closed && rows.next()) {
        setting.watch().check();
        record = mapping.record(row);
        if (record != null) {
          return true;
        }
        passedOver++;
      }
      return false;
    } catch (SQLException failed) {
      throw setting.dialect().worded(failed);
    }
  }

  @Override
  public T record() {
    if (record == null) {
      throw new IllegalStateException("there is no record here", new NoSuchElementException());
    }
    return record;
  }

  @Override
  public Location location() {
    return setting.where();
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
  public void close() throws IOException {
    closed = true;
    try {
      statement.close();
    } catch (SQLException failed) {
      throw setting.dialect().worded(failed);
    }
  }
}
