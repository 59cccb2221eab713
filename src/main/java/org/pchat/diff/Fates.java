package org.pchat.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Principal;
import org.pchat.model.Room;

/**
 * What became of nodes and principals as a whole, which decides over what hangs on them. Holds
 * those that came, went or were deleted; of nodes also those whose fate is unknown.
 */
final class Fates {
  private final Map<Guid, Act> nodes = new HashMap<>();
  private final Map<Guid, Act> principals = new HashMap<>();

  void node(Guid guid, Act act) {
    nodes.put(guid, act);
  }

  void principal(Guid guid, Act act) {
    principals.put(guid, act);
  }

  Optional<Act> ofNode(Guid guid) {
    return Optional.ofNullable(nodes.get(guid));
  }

  /** Returns why it is unknown what became of a node; nothing if it is known. */
  Optional<Act> doubtOf(Guid guid) {
    return ofNode(guid).filter(Fates::isDoubt);
  }

  static boolean isCreation(Act act) {
    return act == Act.ROOM_CREATED || act == Act.CATEGORY_CREATED;
  }

  static boolean isDeletion(Act act) {
    return act == Act.ROOM_DELETED || act == Act.CATEGORY_DELETED;
  }

  Optional<Act> ofPrincipal(Guid guid) {
    return Optional.ofNullable(principals.get(guid));
  }

  private static boolean isDoubt(Act act) {
    return switch (act) {
      case OUTSIDE_LEVEL, OUTSIDE_SCOPE, BEFORE_START, DAMAGED -> true;
      default -> false;
    };
  }

  /** Remembers what decides over the permissions of a node or principal. */
  void remember(Object record, Change change, Set<Act> acts) {
    Act act = acts.iterator().next();
    boolean onOneSide = change != Change.CHANGED && change != Change.RESPELLED;
    if (record instanceof Room room && onOneSide) {
      node(room.guid(), act);
    } else if (record instanceof Category category && onOneSide) {
      node(category.guid(), act);
    } else if (record instanceof Principal principal) {
      if (change == Change.REMOVED || acts.contains(Act.ACCOUNT_DELETED)) {
        principal(
            principal.guid(), change == Change.REMOVED ? Act.ACCOUNT_REMOVED : Act.ACCOUNT_DELETED);
      }
    }
  }
}
