package org.pchat.diff;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * What part of the snapshots is compared. GUIDs are those of either side.
 *
 * <p>Where nodes are named, principals and add-ins are left out; where authors are named, rooms,
 * categories and add-ins are.
 *
 * @param nodes rooms and categories, with their permissions and messages; nothing for all
 * @param principals principals, with their permissions and messages; nothing for all
 * @param messages which messages, on top of that; one of the two states of a message suffices
 */
public record DiffSelection(
    Optional<Set<Guid>> nodes, Optional<Set<Guid>> principals, Predicate<Message> messages) {
  /** Everything. */
  public static final DiffSelection ALL =
      new DiffSelection(Optional.empty(), Optional.empty(), message -> true);

  /** Returns whether a record other than a message is meant. */
  public boolean selects(Object record) {
    if (record instanceof Role role) {
      return hasNode(role.node()) && isIn(principals, role.principal());
    }
    if (record instanceof Scope scope) {
      return hasNode(scope.node()) && isIn(principals, scope.principal());
    }
    if (record instanceof Principal principal) {
      return nodes.isEmpty() && isIn(principals, principal.guid());
    }
    if (record instanceof Room room) {
      return principals.isEmpty() && hasNode(room.guid());
    }
    return principals.isEmpty()
        && (record instanceof Category category ? hasNode(category.guid()) : nodes.isEmpty());
  }

  /** Returns whether a room or category is meant. */
  public boolean hasNode(Guid node) {
    return isIn(nodes, node);
  }

  private static boolean isIn(Optional<Set<Guid>> chosen, Guid guid) {
    return chosen.isEmpty() || chosen.get().contains(guid);
  }
}
