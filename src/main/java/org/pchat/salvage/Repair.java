package org.pchat.salvage;

import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/**
 * A change that made something readable again.
 *
 * @param entry the entry
 * @param bytes where it stood in the unpacked entry
 * @param room the room whose message it is, if it is one
 * @param record the record, such as "Message 12"; null where the entry as a whole was changed
 * @param change what was changed, in words
 * @param exact whether the meaning is the same as before; if not, something that could not be read
 *     was replaced or taken for something
 */
public record Repair(
    String entry,
    Loss.Stretch bytes,
    @Nullable Guid room,
    @Nullable String record,
    String change,
    boolean exact) {
  Repair of(@Nullable String identity) {
    return new Repair(entry, bytes, room, identity, change, exact);
  }
}
