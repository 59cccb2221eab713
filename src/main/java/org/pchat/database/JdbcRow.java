package org.pchat.database;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.pchat.mgc.Row;
import org.pchat.model.Guid;

/** The current row of a query. */
final class JdbcRow implements Row {
  private final ResultSet rows;
  private final Dialect dialect;

  JdbcRow(ResultSet rows, Dialect dialect) {
    this.rows = rows;
    this.dialect = dialect;
  }

  @Override
  public @Nullable Integer maybeNumber(int column) throws IOException {
    try {
      int number = rows.getInt(column);
      return rows.wasNull() ? null : number;
    } catch (SQLException failed) {
      throw dialect.worded(failed);
    }
  }

  @Override
  public @Nullable Long maybeBig(int column) throws IOException {
    try {
      long number = rows.getLong(column);
      return rows.wasNull() ? null : number;
    } catch (SQLException failed) {
      throw dialect.worded(failed);
    }
  }

  @Override
  public @Nullable Boolean maybeBit(int column) throws IOException {
    try {
      boolean bit = rows.getBoolean(column);
      return rows.wasNull() ? null : bit;
    } catch (SQLException failed) {
      throw dialect.worded(failed);
    }
  }

  @Override
  public @Nullable String maybeText(int column) throws IOException {
    try {
      return rows.getString(column);
    } catch (SQLException failed) {
      throw dialect.worded(failed);
    }
  }

  /** Drivers spell GUIDs in either case. */
  @Override
  public @Nullable Guid maybeGuid(int column) throws IOException {
    String text = maybeText(column);
    return text == null ? null : Guid.parse(text);
  }

  /** Not by way of a Timestamp, which has a zone and its missing hours. */
  @Override
  public @Nullable LocalDateTime maybeTime(int column) throws IOException {
    try {
      return rows.getObject(column, LocalDateTime.class);
    } catch (SQLException failed) {
      throw dialect.worded(failed);
    }
  }
}
