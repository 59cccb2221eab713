package org.pchat.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.problem.Location;
import org.pchat.problem.ProblemLog;

/** How one sort of archive spells the model. */
public interface Layout {
  /** Returns the name by which users and reports call it. */
  String name();

  /**
   * Returns what an entry of this name holds; nothing for an entry that the layout does not know.
   */
  Optional<EntryRole> role(String entryName);

  /**
   * Returns whether an entry of that role looks as it should; the first such entry of an archive
   * proves the layout.
   *
   * @param in its bytes; closed here
   * @param where the archive and entry
   * @throws org.pchat.problem.ArchiveException if it cannot be read so far
   */
  boolean recognises(EntryRole role, InputStream in, Location where) throws IOException;

  /**
   * Begins to walk over an entry.
   *
   * @param in its bytes; closed with the walk, or when this method throws
   */
  EntryWalk walk(EntryRole role, InputStream in, EntryContext context) throws IOException;

  /** Returns the order in which records of {@code kind} stand, if it is one archive's. */
  Order order(Kind<?> kind);

  /** Returns whether a record may stand several times, so that all but the first mean nothing. */
  default boolean repeats(Kind<?> kind) {
    return false;
  }

  /** Returns what archives of this layout can speak about. */
  default Carried carried() {
    return Carried.EVERYTHING;
  }

  /**
   * Returns this layout as far as an archive uses it: without the fields that it does not carry.
   *
   * @param entries the archive
   */
  default Layout fitted(Entries entries) throws IOException {
    return this;
  }

  /**
   * Returns what must be known of the whole archive before its records can be read.
   *
   * @param entries the archive
   * @param problems takes findings
   */
  default References references(Entries entries, ProblemLog problems) {
    return References.NONE;
  }

  /**
   * Returns whether an entry's name says whose messages it holds; by {@link EntryRole#room} or else
   * by {@link #room}.
   */
  default boolean namesRooms(String entryName) {
    return role(entryName).filter(role -> role.room() != null).isPresent();
  }

  /** Returns the room that an entry is named for; nothing where no such room is known. */
  default Optional<Guid> room(String entryName, References references) throws IOException {
    return role(entryName).map(EntryRole::room);
  }

  /**
   * Returns whether an element of this local name may be a record in an entry of that role. Who
   * mends a damaged entry finds his footing by it; it may be true of more elements than are
   * records, never of fewer.
   */
  boolean mayBeRecord(EntryRole role, String localName);

  /**
   * Returns whether texts hold {@code _xHHHH_} for characters that XML cannot hold, as {@link
   * org.pchat.xml.XString} spells them.
   */
  boolean escapesCharacters();
}
