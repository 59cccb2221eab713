package org.pchat.layout;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.problem.Location;
import org.pchat.xml.SchemaFinding;

/**
 * Walks over everything in one entry, in document order: the records of the layout's kinds, and
 * what is none.
 *
 * <p>{@link #gap}s and {@link #raw} bytes in their order are the entry, byte for byte. So a copy
 * that leaves some records out, or a store that keeps them apart from the rest, needs no other way
 * to read than the one that fills the model.
 *
 * <p>A record that has others inside, as a room its messages, has no bytes of its own: the walk
 * stops where it {@link Stop#OPENING opens} and again where it {@link Stop#CLOSING closes}, and
 * only there it can be read, since its fields may stand anywhere in it. Its start tag and fields
 * are gaps between its records. Whoever leaves it out drops everything between these two stops. An
 * element that might have others inside and has none, as an empty room, is a record like any other.
 */
public interface EntryWalk extends Closeable {
  /** What {@link #advance} came to. */
  enum Stop {
    /** A record. */
    RECORD,
    /** The start tag of an element that may be a record and has others inside; not yet readable. */
    OPENING,
    /** The end of such an element; a record, if it has a {@link #kind}. */
    CLOSING,
    /** Something known that is no record of the model, as somebody's joining of a room. */
    EVENT,
    /** Something unknown, as far as it was read. */
    STRANGER
  }

  /**
   * Goes to the next stop.
   *
   * @return false at the end, when the rest of the entry was found sound
   * @throws org.pchat.problem.ArchiveException if the entry cannot be read on
   */
  boolean advance() throws IOException;

  /** Returns what {@link #advance} came to. */
  Stop stop();

  /** Returns the kind of record that can be {@link #read} here; null where there is none. */
  @Nullable Kind<?> kind();

  /** Returns the name of the element or event. */
  String name();

  /**
   * Reads the record as a value of the model.
   *
   * @param kind its {@link #kind}
   * @throws BadRecordException if it cannot be one
   * @throws IOException if another entry that it refers to cannot be read
   */
  <T> T read(Kind<T> kind) throws IOException;

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
   * Returns its own bytes; ask before the next. Only records and events have some, and not those
   * that are part of another one's, as the sender inside a message.
   */
  Optional<RawRecord> raw();

  /**
   * Returns the bytes since the stop before, or since the beginning, up to this one's own bytes or
   * up to its end; at the end, the rest.
   */
  byte[] gap();

  /**
   * Returns what was met since the stop before, outside of records, that says nothing to the
   * layout: how often each element, attribute, text, comment and instruction, by its name. What is
   * unknown in a record is counted when it is read.
   */
  Map<String, Long> unknown();

  @Override
  void close() throws IOException;
}
