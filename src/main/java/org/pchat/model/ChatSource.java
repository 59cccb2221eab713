package org.pchat.model;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pchat.problem.ProblemLog;

/**
 * A snapshot of a pool, whatever it is read from: an export, a directory, a database, a backup, a
 * store.
 *
 * <p><b>Memory.</b> Only {@link #structure} is held whole. Everything else is a {@link
 * RecordCursor}; a source holds at most a compact index besides. This is true at 2,000,000
 * permissions and 100,000,000 messages alike.
 *
 * <p><b>Errors.</b> Records that break the format go to {@link #problems} and are passed over. A
 * part that cannot be read on does so too, as a fatal problem, and is {@link #damaged} from then
 * on; walks go on behind it. A limit that protects the machine ends the walk ({@link
 * org.pchat.problem.LimitExceededException}). A strict log ends a walk with {@link
 * org.pchat.problem.ArchiveException} at the first of these. A failing disk or line throws {@link
 * IOException}.
 *
 * <p><b>Threads.</b> Several cursors may be open at once. Where {@link #readsInParallel}, several
 * threads may each walk with a cursor of their own.
 */
public interface ChatSource extends Closeable {
  /** Returns what it is read from. */
  Origin origin();

  /** Returns what the origin says about itself besides, for people and programs, in order. */
  default List<OriginDetail> details() {
    return List.of();
  }

  /** Returns what it can speak about. */
  Coverage coverage();

  /** Returns how it was made sure that all that is read belongs to one moment. */
  default Consistency consistency() {
    return Consistency.AT_REST;
  }

  /** Returns categories, rooms and add-ins; read at the first call, then kept. */
  Structure structure() throws IOException;

  /**
   * Opens a walk over all records of a kind, in the order that {@link #order} says. For messages
   * this is one pass over the source, however it is divided.
   */
  <T> RecordCursor<T> records(Kind<T> kind) throws IOException;

  /**
   * Opens a walk over the messages of one room, ascending by id unless {@link #order} says {@link
   * Order#UNSORTED}. Empty for a room without messages.
   */
  RecordCursor<Message> messages(Guid room) throws IOException;

  /**
   * Returns the rooms that have a part for messages, in the order of {@code records(Kind.MESSAGE)};
   * a part may be empty.
   */
  List<Guid> messageRooms() throws IOException;

  /**
   * Returns whether {@link #messages(Guid)} costs no more than that room; if not, each call is a
   * pass over the whole source.
   */
  boolean readsRoomsApart();

  /** Returns whether several threads may walk at once; one database connection cannot. */
  default boolean readsInParallel() {
    return true;
  }

  /**
   * Returns whether a walk over the part ended early because it is damaged, as far as it was read,
   * or whether the part is not there although the source states it. What is missing from a damaged
   * part is unknown, not gone.
   */
  default boolean damaged(Part part) {
    return false;
  }

  /**
   * Returns whether the whole part for records of {@code kind} is missing, though a source of this
   * level has one. What it held is unknown, not gone.
   */
  default boolean lacks(Kind<?> kind) {
    return false;
  }

  /** Returns what the source itself says about a record that is missing from it. */
  default Absence absence(Kind<?> kind, Guid guid) {
    return Absence.UNEXPLAINED;
  }

  /** Returns the order in which this source delivers records of {@code kind}. */
  Order order(Kind<?> kind);

  /** Returns a fingerprint of the part, where it costs no reading of the part. */
  Optional<Fingerprint> fingerprint(Part part);

  /**
   * Returns how many records the source itself says the part has, where it costs no reading of the
   * part; not verified.
   */
  default OptionalLong statedCount(Part part) {
    return OptionalLong.empty();
  }

  /** Returns what lies beyond the model, as far as it was read. */
  UnknownContent unknown();

  /** Returns the log that this source reports to. */
  ProblemLog problems();

  @Override
  void close() throws IOException;
}
