package org.pchat.restore;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.model.Room;

/**
 * A room that stands beside one that still lives, with what that one has lost. It has the settings
 * and roles that the living room has now, so that nobody sees more than he may.
 *
 * @param living the room that lives, as the target has it
 * @param guid the GUID of the new room
 * @param name its name
 * @param id its database id; null if rooms have none
 */
record Beside(Room living, Guid guid, String name, @Nullable Integer id) {
  /** Returns a GUID that is made of another, the same whenever it is asked for. */
  static Guid derived(Guid guid, String purpose) {
    byte[] seed = (guid + " " + purpose).getBytes(StandardCharsets.UTF_8);
    UUID made = UUID.nameUUIDFromBytes(seed);
    return new Guid(made.getMostSignificantBits(), made.getLeastSignificantBits());
  }

  /** Returns the record of the new room. */
  Room record() {
    return new Room(
        guid,
        living.category(),
        id,
        name,
        living.description(),
        living.invite(),
        living.disabled(),
        living.behavior(),
        living.visibility(),
        living.addIn(),
        living.audit(),
        living.purgedOn(),
        living.lastMessageId(),
        living.derived());
  }

  /** Returns whether a role of the living room is wanted; without a list all are. */
  boolean isListed(Role role, @Nullable ThingList list) {
    return list == null || list.has(Kind.ROLE, new Role(guid, role.principal(), role.role(), null));
  }
}
