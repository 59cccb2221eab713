package org.pchat.spill;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How one record is written to a temporary file and read back equal.
 *
 * @param <T> the type of the records
 */
public interface Codec<T> {
  /** Writes {@code record}. */
  void write(T record, DataOutput out) throws IOException;

  /** Reads what one {@link #write} wrote. */
  T read(DataInput in) throws IOException;
}
