package org.pchat.restore;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pchat.model.Guid;
import org.pchat.model.Kind;

/** Which records of the source are wanted, whatever they need besides. */
final class Choice {
  final Set<Guid> categories = new TreeSet<>();
  final Set<Guid> rooms = new TreeSet<>();
  final Set<Guid> addIns = new TreeSet<>();
  final Set<Guid> principals = new HashSet<>();
  final KeySet roles = new KeySet();
  final KeySet scopes = new KeySet();
  final Map<Guid, Runs> messages = new TreeMap<>();

  /** Returns the runs of a room, to add to. */
  Runs runs(Guid room) {
    return messages.computeIfAbsent(room, r -> new Runs());
  }

  /** Returns the chosen records of a kind that has GUIDs. */
  Set<Guid> guids(Kind<?> kind) {
    if (kind == Kind.CATEGORY) {
      return categories;
    }
    if (kind == Kind.ROOM) {
      return rooms;
    }
    return kind == Kind.ADD_IN ? addIns : principals;
  }

  boolean isEmpty() {
    return categories.isEmpty()
        && rooms.isEmpty()
        && addIns.isEmpty()
        && principals.isEmpty()
        && roles.size() == 0
        && scopes.size() == 0
        && messages.isEmpty();
  }
}
