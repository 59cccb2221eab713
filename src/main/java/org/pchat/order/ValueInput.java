package org.pchat.order;

import java.io.DataInput;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Audit;
import org.pchat.model.Guid;
import org.pchat.model.Spelled;
import org.pchat.model.Ticks;
import org.pchat.spill.CompactText;

/**
 * Reads the values of fields that {@link ValueOutput} wrote, in the same order. An absent text and
 * an absent other value are written alike, so a field of either type may be read where it is null.
 */
final class ValueInput {
  private final DataInput in;

  ValueInput(DataInput in) {
    this.in = in;
  }

  /** Returns a value that every record has. */
  static <V> V required(@Nullable V value) throws IOException {
    if (value == null) {
      throw new IOException("a value is missing in a temporary file");
    }
    return value;
  }

  @Nullable String text() throws IOException {
    return CompactText.readNullable(in);
  }

  @Nullable Guid guid() throws IOException {
    return in.readBoolean() ? new Guid(in.readLong(), in.readLong()) : null;
  }

  @Nullable Ticks ticks() throws IOException {
    return in.readBoolean() ? new Ticks(in.readLong()) : null;
  }

  @Nullable Boolean bool() throws IOException {
    return in.readBoolean() ? in.readBoolean() : null;
  }

  /** Reads a field that is true or else left out. */
  boolean flag() throws IOException {
    return Boolean.TRUE.equals(bool());
  }

  @Nullable Integer integer() throws IOException {
    return in.readBoolean() ? in.readInt() : null;
  }

  @Nullable Long number() throws IOException {
    return in.readBoolean() ? in.readLong() : null;
  }

  @Nullable LocalDateTime time() throws IOException {
    return in.readBoolean()
        ? LocalDateTime.of(
            LocalDate.ofEpochDay(in.readLong()), LocalTime.ofNanoOfDay(in.readLong()))
        : null;
  }

  /** Reads one of the values of an enumeration. */
  <E extends Spelled> E word(E[] all) throws IOException {
    String word = required(text());
    for (E one : all) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw new IOException("a value has changed in a temporary file");
  }

  Audit audit() throws IOException {
    return new Audit(guid(), ticks(), guid(), ticks());
  }
}
