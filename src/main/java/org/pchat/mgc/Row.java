package org.pchat.mgc;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/**
 * A row of a {@link Projection}. Columns count from 1; a column that the pool lacks is null. A
 * value that cannot be read ends the walk with an {@link IOException}.
 */
public interface Row {
  /** Returns an {@code int} or {@code smallint}. */
  @Nullable Integer maybeNumber(int column) throws IOException;

  /** Returns a {@code bigint}, such as ticks. */
  @Nullable Long maybeBig(int column) throws IOException;

  /** Returns a {@code bit}. */
  @Nullable Boolean maybeBit(int column) throws IOException;

  /** Returns a {@code varchar} or {@code nvarchar}, as it stands. */
  @Nullable String maybeText(int column) throws IOException;

  /** Returns a {@code uniqueidentifier}. */
  @Nullable Guid maybeGuid(int column) throws IOException;

  /** Returns a {@code datetime}, which has no zone. */
  @Nullable LocalDateTime maybeTime(int column) throws IOException;

  /** Returns a number; 0 for null. */
  default int number(int column) throws IOException {
    return Objects.requireNonNullElse(maybeNumber(column), 0);
  }

  /** Returns a number; 0 for null. */
  default long big(int column) throws IOException {
    return Objects.requireNonNullElse(maybeBig(column), 0L);
  }

  /** Returns a truth value; false for null. */
  default boolean bit(int column) throws IOException {
    return Boolean.TRUE.equals(maybeBit(column));
  }

  /** Returns a text; an empty one for null. */
  default String text(int column) throws IOException {
    return Objects.requireNonNullElse(maybeText(column), "");
  }
}
