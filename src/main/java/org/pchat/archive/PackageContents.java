package org.pchat.archive;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;

/** What goes into a package. */
public interface PackageContents {
  /**
   * Returns a record of the source as it goes into the package; null leaves it out. One that comes
   * back equal keeps its bytes.
   */
  <T> @Nullable T take(Kind<T> kind, T record);

  /** Hands over what goes in besides, from wherever, in any order. */
  <T> void besides(Kind<T> kind, Taker<T> taker) throws IOException;

  /** Returns the rooms whose messages go in: their GUID in the package, by that in the source. */
  Map<Guid, Guid> messageRooms();

  /** Returns the rooms that have no messages, by their GUID in the package. */
  Set<Guid> emptyRooms();

  /** Returns what the manifest says besides the entries, where the layout has one. */
  Manifest manifest();

  /**
   * Takes records that come from elsewhere.
   *
   * @param <T> the type of the records
   */
  @FunctionalInterface
  interface Taker<T> {
    /**
     * Takes a record.
     *
     * @param record as it goes into the package
     * @param spelled what {@code raw} spells
     * @param raw bytes that spell a record that is equal or nearly so; nothing where there are none
     */
    void take(T record, T spelled, Optional<RawRecord> raw) throws IOException;
  }
}
