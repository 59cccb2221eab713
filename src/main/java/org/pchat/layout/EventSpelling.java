package org.pchat.layout;

import java.util.List;

/**
 * An element that is known and yet no record of the model, such as somebody's joining of a room.
 * Copies keep it, {@code info} counts it.
 *
 * @param name by which it is counted
 * @param entries the entries that may hold it
 * @param path the element
 * @param conditions what else must be true of the element; all of them
 */
public record EventSpelling(
    String name, List<EntryPattern> entries, ElementPath path, List<Condition> conditions) {
  /** Copies. */
  public EventSpelling {
    entries = List.copyOf(entries);
    conditions = List.copyOf(conditions);
  }
}
