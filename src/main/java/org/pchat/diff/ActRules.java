package org.pchat.diff;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pchat.model.AccountState;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * By which act a record other than a message came to differ; docs/diff.md tells the rules. Nodes
 * and principals are judged before the permissions that hang on them.
 */
final class ActRules {
  /** What the server writes down by itself. */
  private static final Set<String> NOTES =
      Set.of(
          "id",
          "addedBy",
          "addedOn",
          "updatedBy",
          "updatedOn",
          "purgedOn",
          "verifiedOn",
          "lastMessageId");

  private final Side before;
  private final Side after;
  private final Fates fates;

  ActRules(Side before, Side after, Fates fates) {
    this.before = before;
    this.after = after;
    this.fates = fates;
  }

  <T> Set<Act> added(Kind<T> kind, T record) throws IOException {
    if (record instanceof Principal principal) {
      boolean again = before.addresses().contains(principal.uri());
      return Set.of(again ? Act.ACCOUNT_RECREATED : Act.ACCOUNT_CREATED);
    }
    if (record instanceof Role role) {
      return Set.of(fates.ofNode(role.node()).filter(Fates::isCreation).orElse(Act.GRANTED));
    }
    if (record instanceof Scope scope) {
      return Set.of(fates.ofNode(scope.node()).filter(Fates::isCreation).orElse(Act.GRANTED));
    }
    return Set.of(
        kind == Kind.ROOM
            ? Act.ROOM_CREATED
            : kind == Kind.CATEGORY ? Act.CATEGORY_CREATED : Act.ADD_IN_CREATED);
  }

  <T> Set<Act> removed(Kind<T> kind, T record) {
    if (record instanceof Role role) {
      return Set.of(revoked(role.node(), role.principal()));
    }
    if (record instanceof Scope scope) {
      return Set.of(revoked(scope.node(), scope.principal()));
    }
    if (record instanceof Principal) {
      return Set.of(Act.ACCOUNT_REMOVED);
    }
    return Set.of(
        kind == Kind.ROOM
            ? Act.ROOM_DELETED
            : kind == Kind.CATEGORY ? Act.CATEGORY_DELETED : Act.ADD_IN_DELETED);
  }

  private Act revoked(Guid node, Guid principal) {
    Optional<Act> gone = fates.ofNode(node).filter(Fates::isDeletion);
    Optional<Act> account = fates.ofPrincipal(principal);
    return gone.or(() -> account).orElseGet(() -> isMoved(node) ? Act.PURGED_BY_MOVE : Act.REVOKED);
  }

  private boolean isMoved(Guid guid) {
    Optional<Room> old = before.structure().room(guid);
    Optional<Room> now = after.structure().room(guid);
    return old.isPresent() && now.isPresent() && !old.get().category().equals(now.get().category());
  }

  /** Judges two records that differ in {@code fields}, of which there is at least one. */
  <T> Set<Act> changed(T old, T now, List<Field<T>> fields) {
    Set<Act> acts = EnumSet.noneOf(Act.class);
    for (Field<T> field : fields) {
      acts.add(changed(old, now, field.name()));
    }
    if (acts.size() > 1) {
      acts.remove(Act.NOTED);
    }
    return Collections.unmodifiableSet(acts);
  }

  private static Act changed(Object old, Object now, String field) {
    if (NOTES.contains(field)) {
      return Act.NOTED;
    }
    if (old instanceof Room && now instanceof Room room) {
      return ofRoom(room, field);
    }
    if (now instanceof Principal principal) {
      return field.equals("disabled") ? ofState(principal.disabled()) : Act.EDITED;
    }
    if (now instanceof Category || now instanceof AddIn) {
      return switch (field) {
        case "name" -> Act.RENAMED;
        case "parent" -> Act.MOVED;
        default -> Act.EDITED;
      };
    }
    return Act.EDITED;
  }

  private static Act ofRoom(Room now, String field) {
    return switch (field) {
      case "name" -> Act.RENAMED;
      case "category" -> Act.MOVED;
      case "visibility" -> Act.PRIVACY;
      case "disabled" -> now.disabled() ? Act.DISABLED : Act.ENABLED;
      default -> Act.EDITED;
    };
  }

  private static Act ofState(AccountState state) {
    return switch (state) {
      case ACTIVE -> Act.ACCOUNT_ENABLED;
      case DISABLED -> Act.ACCOUNT_DISABLED;
      case DELETED -> Act.ACCOUNT_DELETED;
    };
  }

  /** Remembers what decides over the permissions of a node or principal. */
  void remember(Object record, Change change, Set<Act> acts) {
    Act act = acts.iterator().next();
    boolean onOneSide = change != Change.CHANGED && change != Change.RESPELLED;
    if (record instanceof Room room && onOneSide) {
      fates.node(room.guid(), act);
    } else if (record instanceof Category category && onOneSide) {
      fates.node(category.guid(), act);
    } else if (record instanceof Principal principal) {
      if (change == Change.REMOVED || acts.contains(Act.ACCOUNT_DELETED)) {
        fates.principal(
            principal.guid(), change == Change.REMOVED ? Act.ACCOUNT_REMOVED : Act.ACCOUNT_DELETED);
      }
    }
  }
}
