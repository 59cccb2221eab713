package org.pchat.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;

/**
 * What an entry holds.
 *
 * @param name the entry's kind, as the manifest calls it
 * @param kinds the kinds of records in it, in the order in which they stand
 * @param room the room whose messages these are; null unless the entry's name says so
 */
public record EntryRole(String name, List<Kind<?>> kinds, @Nullable Guid room) {
  /** Copies the list. */
  public EntryRole {
    kinds = List.copyOf(kinds);
  }
}
