package org.pchat.model;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a kind of record: its name, which is also its spelling in the canonical layout and
 * in JSON, and its value.
 *
 * <p>Values are {@link String}, {@link Guid}, {@link Ticks}, {@link Boolean}, {@link Integer},
 * {@link Long}, {@link java.time.LocalDateTime} or {@link Spelled}; null when the source does not
 * say.
 *
 * @param <T> the kind of record
 * @param name the name
 * @param value takes the value from a record
 */
public record Field<T>(String name, Function<T, @Nullable Object> value) {
  /** Returns a field that is true or else left out. */
  static <T> Field<T> flag(String name, Function<T, Boolean> value) {
    return new Field<>(name, r -> value.apply(r) ? Boolean.TRUE : null);
  }

  /** Returns how the canonical layout and JSON spell a value. */
  public static String spell(Object value) {
    if (value instanceof Spelled spelled) {
      return spelled.word();
    }
    return value instanceof LocalDateTime time
        ? ISO_LOCAL_DATE_TIME.format(time)
        : value.toString();
  }

  /** Returns the value in {@code record}, or null when the source does not say. */
  public @Nullable Object of(T record) {
    return value.apply(record);
  }
}
