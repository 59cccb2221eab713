package org.pchat.diff;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/** Whether it means anything that one side does not have a record of the other. */
final class Knowledge {
  private final Side holder;
  private final Coverage other;
  private final Set<Guid> otherRooms;
  private final Fates fates;

  /**
   * Judges what only one side has.
   *
   * @param holder the side that has the records
   * @param other the side that has them not
   */
  Knowledge(Side holder, Side other, Fates fates) {
    this.holder = holder;
    this.other = other.coverage();
    this.otherRooms = other.messageRooms();
    this.fates = fates;
  }

  /** Returns why the other side could not have the record; nothing if it could. */
  <T> Optional<Act> whyUnknown(Kind<T> kind, T record) {
    if (!other.holds(kind)) {
      return Optional.of(Act.OUTSIDE_LEVEL);
    }
    if (record instanceof Role role) {
      return ofPermission(role.node());
    }
    if (record instanceof Scope scope) {
      return ofPermission(scope.node());
    }
    if (record instanceof Message message) {
      return ofMessage(message);
    }
    return Optional.ofNullable(isInScope(record) ? null : Act.OUTSIDE_SCOPE);
  }

  private Optional<Act> ofPermission(Guid node) {
    if (!other.holds(Kind.ROOM) && holder.structure().room(node).isPresent()) {
      return Optional.of(Act.OUTSIDE_LEVEL);
    }
    return isInScope(node) ? fates.doubtOf(node) : Optional.of(Act.OUTSIDE_SCOPE);
  }

  private Optional<Act> ofMessage(Message message) {
    if (!isInScope(message.room())) {
      return Optional.of(Act.OUTSIDE_SCOPE);
    }
    if (other.startDate() != null && message.sent().compareTo(other.startDate()) < 0) {
      return Optional.of(Act.BEFORE_START);
    }
    return otherRooms.contains(message.room()) ? Optional.empty() : fates.doubtOf(message.room());
  }

  /** Principals and add-ins belong to no category; a restricted side may leave any of them out. */
  private boolean isInScope(Object record) {
    if (other.scope().isEmpty()) {
      return true;
    }
    if (record instanceof Principal || record instanceof AddIn) {
      return false;
    }
    if (record instanceof Room room) {
      return isBelow(room.category());
    }
    return record instanceof Category category
        ? isBelow(category.guid())
        : record instanceof Guid node && isNodeInScope(node);
  }

  private boolean isNodeInScope(Guid node) {
    Structure structure = holder.structure();
    return isBelow(structure.room(node).map(Room::category).orElse(node));
  }

  /** Climbs the tree; a damaged source may hold a ring of categories. */
  private boolean isBelow(Guid category) {
    Set<Guid> climbed = new HashSet<>();
    @Nullable Guid at = category;
    while (at != null && climbed.add(at)) {
      if (other.scope().contains(at)) {
        return true;
      }
      at = holder.structure().category(at).map(Category::parent).orElse(null);
    }
    return false;
  }
}
