package org.pchat.layout;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.model.Order;

/**
 * How records of one kind are spelled. Records may stand inside others: the messages of a room in
 * the element of the room.
 *
 * @param kind the kind of record
 * @param entries the entries that may hold such records
 * @param path the element that is a record
 * @param conditions what else must be true of the element; all of them
 * @param order the order in which such records stand, over all entries; {@code UNSORTED} unless it
 *     was seen. Reading reports where it is broken
 * @param repeated whether the same record may stand several times, as a room with each of its
 *     conversations; then the first counts and the others are no fault, and that a record is not
 *     there says nothing, since it may only not have been mentioned
 * @param fields where each field stands, in any order; no field twice
 * @param note what speaks for this, for people; reading ignores it
 */
public record RecordSpelling(
    Kind<?> kind,
    List<EntryPattern> entries,
    ElementPath path,
    List<Condition> conditions,
    Order order,
    boolean repeated,
    List<FieldSpelling> fields,
    @Nullable String note) {
  /** Copies the lists. */
  public RecordSpelling {
    entries = List.copyOf(entries);
    conditions = List.copyOf(conditions);
    fields = List.copyOf(fields);
  }

  /** Returns where a field stands, by its name; nothing if this spelling does not have it. */
  public Optional<FieldSpelling> field(String name) {
    return fields.stream().filter(field -> field.field().equals(name)).findFirst();
  }
}
