package org.pchat.diff;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

/** Whether it means anything that a snapshot does not have a record that others have. */
public final class Knowledge {
  private final Coverage other;
  private final Predicate<Guid> otherRooms;
  private final Surroundings nodes;

  /** What those who have the record know about rooms and categories. */
  public interface Surroundings {
    /** Returns whether this is a room. */
    boolean isRoom(Guid node);

    /** Returns the category above a room or category; null if there is none. */
    @Nullable Guid above(Guid node);

    /** Returns why it is unknown what became of a node; nothing if it is known. */
    Optional<Act> doubtOf(Guid node);
  }

  /**
   * Judges what a snapshot lacks.
   *
   * @param other what the snapshot covers
   * @param otherRooms the rooms of which it has messages, or an empty part for them
   * @param nodes where the rooms and categories stand
   */
  public Knowledge(Coverage other, Predicate<Guid> otherRooms, Surroundings nodes) {
    this.other = other;
    this.otherRooms = otherRooms;
    this.nodes = nodes;
  }

  /** Returns why the other side could not have the record; nothing if it could. */
  public <T> Optional<Act> whyUnknown(Kind<T> kind, T record) {
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
    if (!other.holds(Kind.ROOM) && nodes.isRoom(node)) {
      return Optional.of(Act.OUTSIDE_LEVEL);
    }
    return isInScope(node) ? nodes.doubtOf(node) : Optional.of(Act.OUTSIDE_SCOPE);
  }

  private Optional<Act> ofMessage(Message message) {
    if (!isInScope(message.room())) {
      return Optional.of(Act.OUTSIDE_SCOPE);
    }
    return isBeforeStart(message) ? Optional.of(Act.BEFORE_START) : ofPart(message.room());
  }

  /** Returns why the snapshot could not have any message of a room; nothing if it could. */
  public Optional<Act> whyNoMessages(Guid room) {
    if (!other.holds(Kind.MESSAGE)) {
      return Optional.of(Act.OUTSIDE_LEVEL);
    }
    return isInScope(room) ? ofPart(room) : Optional.of(Act.OUTSIDE_SCOPE);
  }

  /** Returns why the snapshot could not have a room or category; nothing if it could. */
  public Optional<Act> whyNoNode(Guid node) {
    if (!other.holds(nodes.isRoom(node) ? Kind.ROOM : Kind.CATEGORY)) {
      return Optional.of(Act.OUTSIDE_LEVEL);
    }
    boolean inScope = other.scope().isEmpty() || isNodeInScope(node);
    return inScope ? Optional.empty() : Optional.of(Act.OUTSIDE_SCOPE);
  }

  private Optional<Act> ofPart(Guid room) {
    return otherRooms.test(room) ? Optional.empty() : nodes.doubtOf(room);
  }

  /** Returns whether the snapshot leaves messages of this time out. */
  public boolean isBeforeStart(Message message) {
    return other.startDate() != null && message.sent().compareTo(other.startDate()) < 0;
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
    Guid above = nodes.isRoom(node) ? nodes.above(node) : node;
    return isBelow(above == null ? node : above);
  }

  /** Climbs the tree; a damaged source may hold a ring of categories. */
  private boolean isBelow(Guid category) {
    Set<Guid> climbed = new HashSet<>();
    @Nullable Guid at = category;
    while (at != null && climbed.add(at)) {
      if (other.scope().contains(at)) {
        return true;
      }
      at = nodes.above(at);
    }
    return false;
  }
}
