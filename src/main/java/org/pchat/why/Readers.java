package org.pchat.why;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.why.Answer.Person;

/**
 * Who could use a room in one state of a pool: everybody and everything that has a role in it or is
 * let into its category or kept out. Groups, folders and domains are named and not expanded.
 *
 * @param room the room; null if the state does not have it
 * @param readers each of them, by label
 */
public record Readers(@Nullable Room room, List<Reader> readers) {
  /** Copies the list. */
  public Readers {
    readers = List.copyOf(readers);
  }

  /**
   * One principal that a role or scope names.
   *
   * @param guid which
   * @param label the name for people
   * @param principal the principal; null if the state does not list it
   * @param roles the roles in the room
   * @param scope what the scopes of the category say; null if they do not name it
   * @param chain the rules, one by one; null for one who is no single person
   */
  public record Reader(
      Guid guid,
      String label,
      @Nullable Principal principal,
      List<RoleType> roles,
      @Nullable Scope scope,
      @Nullable AccessChain chain) {
    /** Copies the list. */
    public Reader {
      roles = List.copyOf(roles);
    }
  }

  /** Reads roles, scopes and principals once each. */
  public static Readers of(ChatSource state, Guid guid) throws IOException {
    Permissions permissions =
        Permissions.read(state, Set.of(guid), new Permissions.Persons(Set.of(), Set.of()));
    @Nullable Room room = permissions.room(guid).orElse(null);
    List<Scope> scopes = room == null ? List.of() : permissions.scopes(room.category());
    Set<Guid> named = new TreeSet<>();
    permissions.roles(guid).forEach(role -> named.add(role.principal()));
    scopes.forEach(scope -> named.add(scope.principal()));
    List<Reader> readers = new ArrayList<>();
    for (Guid one : named) {
      Optional<Principal> principal = permissions.principal(one);
      readers.add(
          new Reader(
              one,
              permissions.label(one),
              principal.orElse(null),
              permissions.roles(guid).stream()
                  .filter(role -> role.principal().equals(one))
                  .map(Role::role)
                  .toList(),
              scopes.stream().filter(s -> s.principal().equals(one)).findFirst().orElse(null),
              principal
                  .filter(Readers::isPerson)
                  .map(p -> ask(permissions, guid, p))
                  .orElse(null)));
    }
    readers.sort(Comparator.comparing(Reader::label).thenComparing(Reader::guid));
    return new Readers(room, readers);
  }

  private static boolean isPerson(Principal principal) {
    return principal.type() == PrincipalType.USER || principal.type() == PrincipalType.SYSTEM_USER;
  }

  private static AccessChain ask(Permissions permissions, Guid room, Principal principal) {
    var person = new Person(principal.uri(), principal.label(), List.of(principal.guid()));
    return AccessRules.ask(new Standing(permissions, room, person));
  }
}
