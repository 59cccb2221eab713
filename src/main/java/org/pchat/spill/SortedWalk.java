package org.pchat.spill;

import java.io.Closeable;
import java.io.IOException;

/**
 * Walks once over records in their order, holding few at a time. Close it when done; that removes
 * the temporary files.
 *
 * @param <T> the type of the records
 */
public interface SortedWalk<T> extends Closeable {
  /**
   * Goes to the next record.
   *
   * @return false at the end
   */
  boolean advance() throws IOException;

  /**
   * Returns the record that the last {@link #advance} reached.
   *
   * @throws IllegalStateException before the first and after the last record
   */
  T record();

  @Override
  void close() throws IOException;
}
