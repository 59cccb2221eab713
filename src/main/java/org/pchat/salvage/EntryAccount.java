package org.pchat.salvage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/**
 * What became of one entry.
 *
 * @param name its name
 * @param state how much of it was saved
 * @param records how many records were saved; 0 for entries without any
 * @param stated how many there should be; -1 where nothing says so
 * @param room the room whose messages it holds, if it says so
 */
public record EntryAccount(
    String name, State state, long records, long stated, @Nullable Guid room) {
  /** How much of an entry was saved. */
  public enum State {
    /** All of it, byte for byte. */
    WHOLE,
    /** All of it, after changes that the account names. */
    REPAIRED,
    /** Some of its records. */
    PART,
    /** As much as can be read, although its checksum says that some of it is wrong. */
    DOUBTFUL,
    /** Nothing. */
    LOST;

    /** Returns the word used in JSON and on the terminal. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
