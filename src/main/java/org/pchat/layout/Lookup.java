package org.pchat.layout;

import java.util.List;

/**
 * A table in the archive that says what a value means, such as {@code tblRoleType}. It is read once
 * and held in memory.
 *
 * @param name what {@link ValueSpelling.LookedUp} calls it; several of one name are one table
 * @param entries the entries that may hold it
 * @param path the element that is a row
 * @param key where the value stands that is looked up
 * @param value where its meaning stands
 * @param meaning how the meaning is spelled
 */
public record Lookup(
    String name,
    List<EntryPattern> entries,
    ElementPath path,
    List<Place> key,
    List<Place> value,
    ValueSpelling meaning) {
  /** Copies. */
  public Lookup {
    entries = List.copyOf(entries);
    key = List.copyOf(key);
    value = List.copyOf(value);
  }
}
