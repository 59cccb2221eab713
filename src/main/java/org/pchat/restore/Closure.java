package org.pchat.restore;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Audit;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.restore.Because.Cause;

/**
 * Finds everything that the chosen records refer to, and where it comes from: what the target has
 * from the target, as it has it, everything else from the source. Rooms and categories that the
 * target lacks bring their permissions along.
 *
 * <p>Messages and permissions are read once or twice, principals as often as editors of editors
 * turn up.
 */
final class Closure {
  private final PackageRequest request;
  private final ChatSource from;
  private final @Nullable Target target;
  private final @Nullable PermissionJudge judge;
  private final Choice choice;
  private final Map<Guid, Beside> besides;
  private final Needs needs = new Needs();

  Closure(
      PackageRequest request,
      @Nullable Target target,
      @Nullable PermissionJudge judge,
      Choice choice,
      Map<Guid, Beside> besides) {
    this.request = request;
    this.from = request.from();
    this.target = target;
    this.judge = judge;
    this.choice = choice;
    this.besides = besides;
  }

  Needs find() throws IOException {
    for (Kind<?> kind : Set.of(Kind.CATEGORY, Kind.ROOM, Kind.ADD_IN, Kind.PRINCIPAL)) {
      choice.guids(kind).forEach(guid -> needs.add(kind, guid, Cause.CHOSEN));
    }
    messages();
    besides.values().forEach(beside -> room(beside.record(), false));
    if (request.list() == null) {
      bringRoles();
    }
    roles();
    nodes();
    if (request.list() == null) {
      bringScopes();
    }
    scopes();
    nodes();
    principals();
    return needs;
  }

  private Guid meant(Guid principal) {
    return request.mapping().users().getOrDefault(principal, principal);
  }

  private void principal(@Nullable Guid guid, Cause cause) {
    if (guid != null) {
      needs.add(Kind.PRINCIPAL, meant(guid), cause);
    }
  }

  private void messages() throws IOException {
    if (from.readsRoomsApart()) {
      for (Guid room : choice.messages.keySet()) {
        try (var all = from.messages(room)) {
          messages(all);
        }
      }
    } else if (!choice.messages.isEmpty()) {
      try (var all = from.records(Kind.MESSAGE)) {
        messages(all);
      }
    }
  }

  private void messages(org.pchat.model.RecordCursor<Message> all) throws IOException {
    while (all.advance()) {
      request.watch().check();
      Message message = all.record();
      Runs runs = choice.messages.get(message.room());
      if (runs != null && runs.contains(message.id())) {
        principal(message.author(), Cause.AUTHOR);
        if (!besides.containsKey(message.room())) {
          needs.add(Kind.ROOM, message.room(), Cause.MESSAGES);
        }
      }
    }
  }

  private boolean isGone(Guid node) {
    return target == null || !target.hasNode(node);
  }

  /** Rooms that come back only for their messages come back with their roles. */
  private void bringRoles() throws IOException {
    Set<Guid> rooms = new HashSet<>(needs.guids(Kind.ROOM));
    rooms.removeIf(room -> choice.rooms.contains(room) || !isGone(room));
    if (rooms.isEmpty()) {
      return;
    }
    try (var all = from.records(Kind.ROLE)) {
      while (all.advance()) {
        Role role = all.record();
        if (rooms.contains(role.node())) {
          if (judge == null) {
            choice.roles.add(Kind.ROLE, role);
          } else {
            judge.role(role, false);
          }
        }
      }
    }
  }

  private void bringScopes() throws IOException {
    Set<Guid> categories = new HashSet<>(needs.guids(Kind.CATEGORY));
    categories.removeIf(category -> choice.categories.contains(category) || !isGone(category));
    if (categories.isEmpty()) {
      return;
    }
    try (var all = from.records(Kind.SCOPE)) {
      while (all.advance()) {
        Scope scope = all.record();
        if (categories.contains(scope.node()) && (judge == null || judge.mayCome(scope))) {
          choice.scopes.add(Kind.SCOPE, scope);
        }
      }
    }
  }

  private void roles() throws IOException {
    if (choice.roles.size() > 0) {
      try (var all = from.records(Kind.ROLE)) {
        while (all.advance()) {
          Role role = all.record();
          if (choice.roles.contains(Kind.ROLE, role)) {
            permission(role.node(), role.principal(), role.updatedBy(), Cause.HOLDER);
          }
        }
      }
    }
    if (target != null && !besides.isEmpty()) {
      try (var all = target.source().records(Kind.ROLE)) {
        while (all.advance()) {
          Role role = all.record();
          Beside beside = besides.get(role.node());
          if (beside != null && beside.isListed(role, request.list())) {
            needs.add(Kind.PRINCIPAL, role.principal(), Cause.HOLDER);
            needs.add(Kind.PRINCIPAL, role.updatedBy(), Cause.EDITOR);
          }
        }
      }
    }
  }

  private void scopes() throws IOException {
    if (choice.scopes.size() > 0) {
      try (var all = from.records(Kind.SCOPE)) {
        while (all.advance()) {
          Scope scope = all.record();
          if (choice.scopes.contains(Kind.SCOPE, scope)) {
            permission(scope.node(), scope.principal(), scope.updatedBy(), Cause.SCOPED);
          }
        }
      }
    }
  }

  private void permission(Guid node, Guid principal, @Nullable Guid editor, Cause cause)
      throws IOException {
    boolean isRoom =
        from.structure().room(node).isPresent()
            || (target != null && target.structure().room(node).isPresent());
    needs.add(isRoom ? Kind.ROOM : Kind.CATEGORY, node, Cause.NODE);
    principal(principal, cause);
    principal(editor, Cause.EDITOR);
  }

  /** Follows rooms and categories upwards. */
  private void nodes() throws IOException {
    for (Guid guid : Set.copyOf(needs.guids(Kind.ROOM))) {
      if (needs.origin(Kind.ROOM, guid) == Origin.NOWHERE && settle(Kind.ROOM, guid)) {
        found(Kind.ROOM, guid);
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Guid guid : Set.copyOf(needs.guids(Kind.CATEGORY))) {
        if (needs.origin(Kind.CATEGORY, guid) == Origin.NOWHERE && settle(Kind.CATEGORY, guid)) {
          found(Kind.CATEGORY, guid);
          more = true;
        }
      }
    }
    needs.guids(Kind.ADD_IN).forEach(guid -> settle(Kind.ADD_IN, guid));
  }

  /** Finds where a node or add-in comes from; returns whether that is anywhere new. */
  private boolean settle(Kind<?> kind, Guid guid) {
    Because because = java.util.Objects.requireNonNull(needs.of(kind).get(guid));
    boolean chosen = choice.guids(kind).contains(guid);
    if (target != null && has(target.structure(), kind, guid)) {
      boolean filled = kind == Kind.ROOM && choice.messages.containsKey(guid);
      boolean left = !filled && (request.shape().thin() || (!request.shape().closed() && !chosen));
      because.setOrigin(left ? Origin.LEFT_TO_TARGET : Origin.TARGET);
    } else if ((chosen || request.shape().closed()) && has(sourceStructure(), kind, guid)) {
      because.setOrigin(Origin.SOURCE);
    }
    return because.origin() != Origin.NOWHERE;
  }

  private org.pchat.model.Structure sourceStructure() {
    try {
      return from.structure();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static boolean has(org.pchat.model.Structure structure, Kind<?> kind, Guid guid) {
    if (kind == Kind.ROOM) {
      return structure.room(guid).isPresent();
    }
    return kind == Kind.CATEGORY
        ? structure.category(guid).isPresent()
        : structure.addIn(guid).isPresent();
  }

  private void found(Kind<?> kind, Guid guid) {
    Origin origin = needs.origin(kind, guid);
    if (origin == Origin.LEFT_TO_TARGET) {
      return;
    }
    org.pchat.model.Structure structure =
        origin == Origin.TARGET && target != null ? target.structure() : sourceStructure();
    if (kind == Kind.ROOM) {
      structure.room(guid).ifPresent(room -> room(room, origin == Origin.SOURCE));
    } else {
      structure.category(guid).ifPresent(c -> category(c, origin == Origin.SOURCE));
    }
  }

  private void room(Room room, boolean mapped) {
    Guid moved = request.mapping().category();
    boolean back = moved != null && isGone(room.guid()) && !isBeside(room.guid());
    needs.add(Kind.CATEGORY, back ? moved : room.category(), Cause.PARENT);
    needs.add(Kind.ADD_IN, room.addIn(), Cause.ADD_IN);
    audit(room.audit(), mapped);
  }

  private boolean isBeside(Guid guid) {
    return besides.values().stream().anyMatch(beside -> beside.guid().equals(guid));
  }

  private void category(Category category, boolean mapped) {
    needs.add(Kind.CATEGORY, category.parent(), Cause.PARENT);
    audit(category.audit(), mapped);
  }

  /** Records of the target stay as they are, so whoever they name is not mapped. */
  private void audit(Audit audit, boolean mapped) {
    for (Guid editor : Audited.editors(audit)) {
      needs.add(Kind.PRINCIPAL, mapped ? meant(editor) : editor, Cause.EDITOR);
    }
  }

  /** Follows principals to those who added and changed them, as far as that leads. */
  private void principals() throws IOException {
    Set<Guid> asked = Set.of();
    Set<Guid> open = open();
    while (!open.equals(asked)) {
      if (target != null) {
        principals(target.source(), Origin.TARGET, open);
      }
      principals(from, Origin.SOURCE, open);
      asked = open;
      open = open();
    }
  }

  private Set<Guid> open() {
    Set<Guid> open = new HashSet<>();
    needs
        .of(Kind.PRINCIPAL)
        .forEach(
            (guid, because) -> {
              if (because.origin() == Origin.NOWHERE) {
                open.add(guid);
              }
            });
    return open;
  }

  /** What turns up on the way waits for the next round, since the target is asked first. */
  private void principals(ChatSource source, Origin origin, Set<Guid> open) throws IOException {
    try (var all = source.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        Principal principal = all.record();
        Because because = needs.of(Kind.PRINCIPAL).get(principal.guid());
        if (because != null
            && because.origin() == Origin.NOWHERE
            && open.contains(principal.guid())) {
          take(principal, because, origin);
        }
      }
    }
  }

  private void take(Principal principal, Because because, Origin origin) {
    boolean chosen = choice.principals.contains(principal.guid());
    if (origin == Origin.TARGET && (request.shape().thin() || !request.shape().closed())) {
      because.setOrigin(Origin.LEFT_TO_TARGET);
      return;
    }
    if (!chosen && !request.shape().closed()) {
      return;
    }
    because.setOrigin(origin);
    audit(principal.audit(), origin == Origin.SOURCE);
  }
}
