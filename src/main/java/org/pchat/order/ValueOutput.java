package org.pchat.order;

import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Spelled;
import org.pchat.model.Ticks;
import org.pchat.spill.CompactText;

/**
 * Writes the values of fields, each with a mark of whether there is one; see {@link ValueInput}.
 */
final class ValueOutput {
  private final DataOutput out;

  ValueOutput(DataOutput out) {
    this.out = out;
  }

  /** Writes a value of any type that a field may have. */
  void write(@Nullable Object value) throws IOException {
    if (value instanceof String text) {
      CompactText.write(text, out);
    } else if (value instanceof Spelled spelled) {
      CompactText.write(spelled.word(), out);
    } else {
      out.writeBoolean(value != null);
      writeMarked(value);
    }
  }

  private void writeMarked(@Nullable Object value) throws IOException {
    if (value instanceof Guid guid) {
      out.writeLong(guid.high());
      out.writeLong(guid.low());
    } else if (value instanceof Ticks ticks) {
      out.writeLong(ticks.value());
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Integer number) {
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeLong(number);
    } else if (value instanceof LocalDateTime time) {
      out.writeLong(time.toLocalDate().toEpochDay());
      out.writeLong(time.toLocalTime().toNanoOfDay());
    } else if (value != null) {
      throw new IllegalArgumentException("no field has a " + value.getClass());
    }
  }
}
