package org.pchat.salvage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/**
 * Something that was not saved.
 *
 * @param cause why
 * @param entry the entry that it stood in; null where the file ends, for nobody knows what followed
 * @param bytes where it stood in the unpacked entry; null where that cannot be said
 * @param file where it stands in the file; null in a directory, and for what is not there at all
 * @param room the room whose messages are concerned, if one is
 * @param after the record before it, such as "Message 12"; null if there is none or it is unknown
 * @param before the record behind it
 * @param reason what was found wrong, as the rest of a sentence about it
 */
public record Loss(
    Cause cause,
    @Nullable String entry,
    @Nullable Stretch bytes,
    @Nullable Stretch file,
    @Nullable Guid room,
    @Nullable String after,
    @Nullable String before,
    String reason) {
  /** Why something was not saved. */
  public enum Cause {
    /** The file ends before it, or in it. */
    CUT,
    /** A checksum says that some of its bytes are wrong, and nobody knows which. */
    DOUBTFUL,
    /** It is encrypted, or packed by a method that is not read. */
    UNREADABLE,
    /** The export says that it was there, and it is not. */
    MISSING,
    /** Its XML is broken. */
    BROKEN,
    /** It is well-formed, but no record: something that every record needs is not there. */
    INCOMPLETE,
    /** It has no name under which it could be written, or one that another entry has. */
    NAMELESS;

    /** Returns the word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Bytes in a row.
   *
   * @param from the first, counted from 0
   * @param to the one behind the last; -1 where nobody knows how many there were
   */
  public record Stretch(long from, long to) {}

  Loss between(@Nullable String newAfter, @Nullable String newBefore) {
    return new Loss(cause, entry, bytes, file, room, newAfter, newBefore, reason);
  }
}
