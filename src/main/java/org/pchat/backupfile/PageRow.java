package org.pchat.backupfile;

import java.io.IOException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.pchat.mgc.Row;
import org.pchat.model.Guid;
import org.pchat.pages.RowCursor;

/** The row at which a cursor stands, with the columns in the order in which they are wanted. */
final class PageRow implements Row {
  private static final int LACKING = -1;

  private final RowCursor rows;
  private final int[] columns;

  /**
   * Looks at the rows of a cursor.
   *
   * @param columns the wanted columns by their numbers in the table; -1 for one that it lacks
   */
  PageRow(RowCursor rows, int[] columns) {
    this.rows = rows;
    this.columns = columns.clone();
  }

  private @Nullable Object value(int column) {
    int number = columns[column - 1];
    return number == LACKING ? null : rows.value(number);
  }

  private <T> @Nullable T value(int column, Class<T> type) throws IOException {
    Object value = value(column);
    if (value != null && !type.isInstance(value)) {
      throw new IOException("a column has values of another type than published");
    }
    return type.cast(value);
  }

  @Override
  public @Nullable Integer maybeNumber(int column) throws IOException {
    Long number = maybeBig(column);
    return number == null ? null : number.intValue();
  }

  @Override
  public @Nullable Long maybeBig(int column) throws IOException {
    return value(column, Long.class);
  }

  /** A driver takes numbers for bits, too. */
  @Override
  public @Nullable Boolean maybeBit(int column) throws IOException {
    return value(column) instanceof Long number ? Boolean.valueOf(number != 0) : bitOf(column);
  }

  private @Nullable Boolean bitOf(int column) throws IOException {
    return value(column, Boolean.class);
  }

  @Override
  public @Nullable String maybeText(int column) throws IOException {
    return value(column, String.class);
  }

  @Override
  public @Nullable Guid maybeGuid(int column) throws IOException {
    return value(column, Guid.class);
  }

  @Override
  public @Nullable LocalDateTime maybeTime(int column) throws IOException {
    return value(column, LocalDateTime.class);
  }
}
