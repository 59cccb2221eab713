package org.pchat.why;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Part;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/**
 * What one snapshot says about a few rooms: their roles, the scopes of their categories, and the
 * principals that these name. The roles of a room may be 16,000; nothing else is held.
 */
final class Permissions {
  private final Structure structure;
  private final Coverage coverage;
  private final Map<Guid, List<Role>> roles = new HashMap<>();
  private final Map<Guid, List<Scope>> scopes = new HashMap<>();
  private final Map<Guid, Principal> principals = new HashMap<>();
  private final Map<String, List<Principal>> accounts = new HashMap<>();
  private final Set<Kind<?>> incomplete = new HashSet<>();

  private Permissions(ChatSource source) throws IOException {
    structure = source.structure();
    coverage = source.coverage();
    note(Kind.ROOM, source, 0);
  }

  /**
   * Which principals are read besides those that roles and scopes name.
   *
   * @param uris folded addresses
   * @param guids their GUIDs, since an address may change
   */
  record Persons(Set<String> uris, Set<Guid> guids) {}

  /** Reads roles, scopes and principals once each. */
  static Permissions read(ChatSource source, Set<Guid> rooms, Persons persons) throws IOException {
    var read = new Permissions(source);
    Set<Guid> named = new HashSet<>(persons.guids());
    for (Guid room : rooms) {
      read.roles.put(room, new ArrayList<>());
      read.room(room).ifPresent(r -> read.scopes.put(r.category(), new ArrayList<>()));
    }
    try (var all = source.records(Kind.ROLE)) {
      while (all.advance()) {
        Role role = all.record();
        keep(read.roles.get(role.node()), role, role.principal(), named);
      }
      read.note(Kind.ROLE, source, all.passedOver());
    }
    try (var all = source.records(Kind.SCOPE)) {
      while (all.advance()) {
        Scope scope = all.record();
        keep(read.scopes.get(scope.node()), scope, scope.principal(), named);
      }
      read.note(Kind.SCOPE, source, all.passedOver());
    }
    read.principals(source, named, persons.uris());
    return read;
  }

  private static <T> void keep(
      @Nullable List<T> records, T record, Guid principal, Set<Guid> named) {
    if (records != null) {
      records.add(record);
      named.add(principal);
    }
  }

  private void principals(ChatSource source, Set<Guid> named, Set<String> uris) throws IOException {
    try (var all = source.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        Principal principal = all.record();
        String uri = fold(principal.uri());
        if (uris.contains(uri)) {
          accounts.computeIfAbsent(uri, u -> new ArrayList<>()).add(principal);
          principals.putIfAbsent(principal.guid(), principal);
        } else if (named.contains(principal.guid())) {
          principals.putIfAbsent(principal.guid(), principal);
        }
      }
      note(Kind.PRINCIPAL, source, all.passedOver());
    }
  }

  private void note(Kind<?> kind, ChatSource source, long passedOver) {
    if (passedOver > 0 || source.damaged(Part.of(kind))) {
      incomplete.add(kind);
    }
  }

  /**
   * Returns whether it means anything that a record is not there: nothing of the kind was damaged,
   * and a restricted snapshot may leave principals out.
   */
  boolean isComplete(Kind<?> kind) {
    return !incomplete.contains(kind) && (kind != Kind.PRINCIPAL || coverage.scope().isEmpty());
  }

  /** Returns whether it means anything that a room is not there. */
  boolean tellsOfRooms() {
    return coverage.holds(Kind.ROOM) && coverage.scope().isEmpty() && isComplete(Kind.ROOM);
  }

  /** Returns who has a role. */
  Set<Guid> holders() {
    Set<Guid> holders = new HashSet<>();
    roles.values().forEach(all -> all.forEach(role -> holders.add(role.principal())));
    return holders;
  }

  /** Returns an address so that its spellings in another case are equal. */
  static String fold(String uri) {
    return uri.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  Coverage coverage() {
    return coverage;
  }

  /** Returns whether the snapshot says which accounts are in use. */
  boolean tellsAccountStates() {
    return Kind.PRINCIPAL.field("disabled").filter(coverage::has).isPresent();
  }

  Structure structure() {
    return structure;
  }

  Optional<Room> room(Guid guid) {
    return structure.room(guid);
  }

  Optional<Category> categoryOf(Room room) {
    return structure.category(room.category());
  }

  /** Returns the roles on a room. */
  List<Role> roles(Guid room) {
    return roles.getOrDefault(room, List.of());
  }

  /** Returns the scopes of a category of one of the rooms. */
  List<Scope> scopes(Guid category) {
    return scopes.getOrDefault(category, List.of());
  }

  /** Returns a principal that a role or scope names, or that has one of the addresses. */
  Optional<Principal> principal(Guid guid) {
    return Optional.ofNullable(principals.get(guid));
  }

  /** Returns the folded addresses of all principals that roles name. */
  Set<String> addresses() {
    Set<String> uris = new HashSet<>();
    for (List<Role> ofRoom : roles.values()) {
      for (Role role : ofRoom) {
        principal(role.principal()).ifPresent(p -> uris.add(fold(p.uri())));
      }
    }
    return uris;
  }

  /** Returns the principals with an address, which is one of those asked for. */
  List<Principal> accounts(String uri) {
    return accounts.getOrDefault(fold(uri), List.of());
  }

  /** Returns how a reader calls a principal. */
  String label(Guid guid) {
    return principal(guid).map(Principal::label).orElse(guid.toString());
  }

  /**
   * Returns how the cmdlets call a principal: users by address, the rest by place in the directory.
   */
  String cmdletName(Guid guid) {
    return principal(guid).map(Cmdlets::name).orElse(guid.toString());
  }
}
