package org.pchat.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.database.Ledger.Fate;
import org.pchat.mgc.Schema;
import org.pchat.model.Guid;

/**
 * Writes rows of one table of an embedded pool: a row that is new, or that differs from the one
 * with its key. Values are {@link Integer}, {@link Long}, {@link Boolean}, {@link Guid}, {@link
 * LocalDateTime} or {@link String}, as the type of the column asks.
 */
final class TableWriter implements AutoCloseable {
  private static final int BATCH = 500;
  private final List<Schema.Column> columns;
  private final List<Integer> keys = new ArrayList<>();
  private final List<Integer> others = new ArrayList<>();
  private final PreparedStatement insert;
  private final PreparedStatement find;
  private final @Nullable PreparedStatement update;
  private final boolean onlyNew;
  private int waiting;

  /**
   * Writes to a table.
   *
   * @param onlyNew whether the table was empty, so that nothing has to be looked up
   */
  TableWriter(Connection connection, String table, boolean onlyNew) throws SQLException {
    this.columns = Schema.published().columns(table);
    this.onlyNew = onlyNew;
    for (int i = 0; i < columns.size(); i++) {
      (columns.get(i).key().equals("PK") ? keys : others).add(i);
    }
    String names = columns.stream().map(Schema.Column::name).collect(Collectors.joining(", "));
    String places = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
    insert =
        connection.prepareStatement(
            "INSERT INTO dbo." + table + " (" + names + ") VALUES (" + places + ")");
    String where = " WHERE " + assignments(keys, " AND ");
    find = connection.prepareStatement("SELECT " + names + " FROM dbo." + table + where);
    update =
        others.isEmpty()
            ? null
            : connection.prepareStatement(
                "UPDATE dbo." + table + " SET " + assignments(others, ", ") + where);
  }

  private String assignments(List<Integer> which, String separator) {
    return which.stream()
        .map(i -> columns.get(i).name() + " = ?")
        .collect(Collectors.joining(separator));
  }

  /** Returns the first column that is too short for its value; null if all fit. */
  Schema.@Nullable Column tooShort(List<? extends @Nullable Object> values) {
    for (int i = 0; i < columns.size(); i++) {
      if (values.get(i) instanceof String text && text.length() > columns.get(i).length()) {
        return columns.get(i);
      }
    }
    return null;
  }

  /** Sees to it that there is a row of these values, in the order of the schema. */
  Fate write(List<? extends @Nullable Object> given) throws SQLException {
    List<@Nullable Object> values = asHeld(given);
    if (!onlyNew) {
      List<@Nullable Object> before = find(values);
      if (before != null) {
        return before.equals(values) ? Fate.UNCHANGED : change(values);
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      set(insert, i + 1, i, values);
    }
    add();
    return Fate.ADDED;
  }

  /** A datetime holds no more than milliseconds; what is finer would differ at every import. */
  private static List<@Nullable Object> asHeld(List<? extends @Nullable Object> values) {
    List<@Nullable Object> held = new ArrayList<>(values);
    held.replaceAll(
        value -> value instanceof LocalDateTime time ? time.truncatedTo(ChronoUnit.MILLIS) : value);
    return held;
  }

  /** Rows wait only where nobody looks them up. */
  private void add() throws SQLException {
    if (!onlyNew) {
      insert.executeUpdate();
      return;
    }
    insert.addBatch();
    waiting++;
    if (waiting >= BATCH) {
      flush();
    }
  }

  private Fate change(List<? extends @Nullable Object> values) throws SQLException {
    PreparedStatement statement = Objects.requireNonNull(update, "a key that differs is no key");
    int place = 1;
    for (int i : others) {
      set(statement, place++, i, values);
    }
    for (int i : keys) {
      set(statement, place++, i, values);
    }
    statement.executeUpdate();
    return Fate.CHANGED;
  }

  private @Nullable List<@Nullable Object> find(List<? extends @Nullable Object> values)
      throws SQLException {
    int place = 1;
    for (int i : keys) {
      set(find, place++, i, values);
    }
    try (ResultSet row = find.executeQuery()) {
      return row.next() ? values(row) : null;
    }
  }

  private List<@Nullable Object> values(ResultSet row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(value(row, i + 1, columns.get(i).type()));
    }
    return values;
  }

  private static @Nullable Object value(ResultSet row, int place, String type) throws SQLException {
    Object value =
        switch (type) {
          case "int", "smallint" -> row.getInt(place);
          case "bigint" -> row.getLong(place);
          case "bit" -> row.getBoolean(place);
          case "datetime" -> row.getObject(place, LocalDateTime.class);
          default -> row.getString(place);
        };
    if (row.wasNull() || value == null) {
      return null;
    }
    return type.equals("uniqueidentifier") ? Guid.parse(value.toString()) : value;
  }

  private void set(
      PreparedStatement statement, int place, int column, List<? extends @Nullable Object> values)
      throws SQLException {
    Object value = values.get(column);
    if (value == null) {
      statement.setNull(place, sqlType(columns.get(column).type()));
    } else if (value instanceof Integer number) {
      statement.setInt(place, number);
    } else if (value instanceof Long number) {
      statement.setLong(place, number);
    } else if (value instanceof Boolean bit) {
      statement.setBoolean(place, bit);
    } else if (value instanceof LocalDateTime time) {
      statement.setObject(place, time);
    } else {
      statement.setString(place, value.toString());
    }
  }

  private static int sqlType(String type) {
    return switch (type) {
      case "int", "smallint" -> Types.INTEGER;
      case "bigint" -> Types.BIGINT;
      case "bit" -> Types.BOOLEAN;
      case "datetime" -> Types.TIMESTAMP;
      default -> Types.VARCHAR;
    };
  }

  /** Hands what waits to the database. */
  void flush() throws SQLException {
    if (waiting > 0) {
      insert.executeBatch();
      waiting = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    find.close();
    if (update != null) {
      update.close();
    }
  }
}
