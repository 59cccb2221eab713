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
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * By which act a record other than a message came to differ; docs/diff.md tells the rules. Nodes
 * and principals are judged before the permissions that hang on them.
 */
public final class ActRules {
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

  private static final Set<String> AUTHOR = Set.of("author", "authorRaw");

  private final Context context;

  /** What is known about the two snapshots as a whole. */
  public interface Context {
    /** Returns whether the earlier one has a principal of this address. */
    boolean hadAddress(String uri) throws IOException;

    /** Returns by which act a node came, went, or why that is unknown. */
    Optional<Act> ofNode(Guid node);

    /** Returns by which act a principal went or was deleted. */
    Optional<Act> ofPrincipal(Guid principal);

    /** Returns whether a room has moved to another category. */
    boolean isMoved(Guid room);
  }

  /** Judges by what {@code context} knows. */
  public ActRules(Context context) {
    this.context = context;
  }

  /** Judges a record that the earlier snapshot has not. */
  public <T> Set<Act> added(Kind<T> kind, T record) throws IOException {
    if (record instanceof Principal principal) {
      boolean again = context.hadAddress(principal.uri());
      return Set.of(again ? Act.ACCOUNT_RECREATED : Act.ACCOUNT_CREATED);
    }
    if (record instanceof Role role) {
      return Set.of(context.ofNode(role.node()).filter(Fates::isCreation).orElse(Act.GRANTED));
    }
    if (record instanceof Scope scope) {
      return Set.of(context.ofNode(scope.node()).filter(Fates::isCreation).orElse(Act.GRANTED));
    }
    return Set.of(
        kind == Kind.ROOM
            ? Act.ROOM_CREATED
            : kind == Kind.CATEGORY ? Act.CATEGORY_CREATED : Act.ADD_IN_CREATED);
  }

  /** Judges a record that the later snapshot has not. */
  public <T> Set<Act> removed(Kind<T> kind, T record) {
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
    Optional<Act> gone = context.ofNode(node).filter(Fates::isDeletion);
    Optional<Act> account = context.ofPrincipal(principal);
    return gone.or(() -> account)
        .orElseGet(() -> context.isMoved(node) ? Act.PURGED_BY_MOVE : Act.REVOKED);
  }

  /** Judges two records that differ in {@code fields}, of which there is at least one. */
  public static <T> Set<Act> changed(T old, T now, List<Field<T>> fields) {
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

  /**
   * Judges two messages of one number that differ in {@code fields}; {@link #isFork} tells more.
   */
  public static Act ofMessage(List<Field<Message>> fields) {
    boolean time = fields.stream().anyMatch(field -> field.name().equals("sent"));
    boolean author = fields.stream().anyMatch(field -> AUTHOR.contains(field.name()));
    if (time || author) {
      return !author ? Act.TIME_CHANGED : time ? Act.NUMBER_REUSED : Act.AUTHOR_CHANGED;
    }
    boolean text = fields.stream().anyMatch(field -> field.name().equals("text"));
    return text ? Act.REPLACED : Act.ALTERED;
  }

  /** Returns whether two messages that differ by this act are two messages, not one. */
  public static boolean isFork(Act act) {
    return act == Act.TIME_CHANGED || act == Act.AUTHOR_CHANGED || act == Act.NUMBER_REUSED;
  }
}
