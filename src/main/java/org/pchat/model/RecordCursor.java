package org.pchat.model;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.pchat.problem.Location;

/**
 * Walks once over records, holding one at a time. Close it when done, also before its end.
 *
 * <pre>{@code
 * try (var messages = source.messages(room)) {
 *   while (messages.advance()) {
 *     use(messages.record());
 *   }
 * }
 * }</pre>
 *
 * @param <T> the type of the records
 */
public interface RecordCursor<T> extends Closeable {
  /**
   * Goes to the next record that can be read. Records that break the format are reported to the
   * source's problems and passed over.
   *
   * @return false at the end
   * @throws IOException if the disk or line fails
   * @throws org.pchat.problem.ArchiveException if the source cannot be read on
   * @throws org.pchat.problem.CancelledException if the user stopped the job
   */
  boolean advance() throws IOException;

  /**
   * Returns the record that the last {@link #advance} reached; it is immutable and may be kept.
   *
   * @throws IllegalStateException before the first and after the last record
   */
  T record();

  /** Returns where that record begins; as exact as the origin knows. */
  Location location();

  /**
   * Returns that record's own bytes, copied out when asked; nothing where the origin has none (a
   * database).
   */
  Optional<RawRecord> raw();

  /**
   * Returns how many records were passed over so far because they cannot be read. Where it is not
   * 0, that something is missing from this walk does not prove that it is missing from the source.
   */
  default long passedOver() {
    return 0;
  }

  /**
   * Returns the names of the fields of that record whose spelling a check found wrong. What they
   * hold may not be what was meant, so that rules about them are silent.
   */
  default Set<String> doubtful() {
    return Set.of();
  }

  /** Returns what other snapshots say about that record, where this is a walk over many. */
  default Mark mark() {
    return Mark.NONE;
  }

  @Override
  void close() throws IOException;
}
