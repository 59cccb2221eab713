package org.pchat.layout;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.problem.Location;
import org.pchat.xml.SchemaFinding;

/**
 * Walks over everything in one entry, in document order: the records of the layout's kinds, and
 * strangers.
 *
 * <p>{@link #gap}s and {@link #raw} bytes in their order are the entry, byte for byte. So a copy
 * that leaves some records out, or a store that keeps them apart from the rest, needs no other way
 * to read than the one that fills the model.
 */
public interface EntryWalk extends Closeable {
  /**
   * Goes to the next record or stranger.
   *
   * @return false at the end, when the rest of the entry was found sound
   * @throws org.pchat.problem.ArchiveException if the entry cannot be read on
   */
  boolean advance() throws IOException;

  /** Returns the kind of record that {@link #advance} reached; null for a stranger. */
  @Nullable Kind<?> kind();

  /** Returns the element's name, to count strangers by. */
  String name();

  /**
   * Reads the record as a value of the model.
   *
   * @param kind its {@link #kind}
   * @throws BadRecordException if it cannot be one
   */
  <T> T read(Kind<T> kind);

  /**
   * Returns what a schema says against the record or stranger that {@link #advance} reached; at the
   * end, or when the entry could not be read on, what it says against the entry outside of them.
   */
  default List<SchemaFinding> findings() {
    return List.of();
  }

  /** Returns the names of the record's fields that {@link #findings} concern. */
  default Set<String> doubtful() {
    return Set.of();
  }

  /** Returns where it begins. */
  Location location();

  /**
   * Returns its own bytes; ask before the next. Nothing where a layout lets a record contain
   * others, as a room its messages: such a record is only its entry's gaps.
   */
  Optional<RawRecord> raw();

  /** Returns the bytes since the record before, or since the beginning; at the end, the rest. */
  byte[] gap();

  @Override
  void close() throws IOException;
}
