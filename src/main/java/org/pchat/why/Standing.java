package org.pchat.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Access;
import org.pchat.model.Guid;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.why.Answer.Person;

/**
 * What in one snapshot bears on one person and one room: the account, the scopes and the roles that
 * mean it.
 *
 * <p>A scope or role of a folder or domain means everybody whose place in the directory is below
 * (inferred: a distinguished name ends with those above it). Who is in a group a snapshot does not
 * say, so what a group has may or may not be meant.
 */
final class Standing {
  private final Permissions permissions;
  private final @Nullable Room room;
  private final @Nullable Principal account;

  Standing(Permissions permissions, Guid room, Person person) {
    this.permissions = permissions;
    this.room = permissions.room(room).orElse(null);
    this.account =
        Stream.concat(
                person.guids().stream().flatMap(guid -> permissions.principal(guid).stream()),
                permissions.accounts(person.uri()).stream())
            .min(Comparator.comparing(Principal::disabled))
            .orElse(null);
  }

  Permissions permissions() {
    return permissions;
  }

  Optional<Room> room() {
    return Optional.ofNullable(room);
  }

  /**
   * Returns the account: of several of one address the one that is in use. A GUID tells it also if
   * the address is another.
   */
  Optional<Principal> account() {
    return Optional.ofNullable(account);
  }

  /** Returns the scopes of the room's category that surely or perhaps mean the account. */
  List<Scope> scopes(Access access, Certainty certainty) {
    List<Scope> found = new ArrayList<>();
    if (room != null) {
      for (Scope scope : permissions.scopes(room.category())) {
        if (scope.access() == access && means(scope.principal()) == certainty) {
          found.add(scope);
        }
      }
    }
    return found;
  }

  /** Returns the roles on the room that surely or perhaps mean the account. */
  List<Role> roles(Predicate<RoleType> which, Certainty certainty) {
    return allRoles().stream()
        .filter(role -> which.test(role.role()) && means(role.principal()) == certainty)
        .toList();
  }

  /** Returns whether the room has a list of members at all. */
  boolean hasMembers() {
    return allRoles().stream().anyMatch(role -> role.role() == RoleType.MEMBER);
  }

  private List<Role> allRoles() {
    return room == null ? List.of() : permissions.roles(room.guid());
  }

  private Certainty means(Guid named) {
    if (account == null) {
      return Certainty.NO;
    }
    if (named.equals(account.guid())) {
      return Certainty.YES;
    }
    Principal other = permissions.principal(named).orElse(null);
    if (other == null) {
      return Certainty.MAYBE;
    }
    return switch (other.type()) {
      case USER, SYSTEM_USER -> Certainty.NO;
      case FOLDER, DOMAIN -> below(account.adPath(), other.adPath());
      case ANY, ANY_USER, ANY_GROUP, GROUP -> Certainty.MAYBE;
    };
  }

  private static Certainty below(@Nullable String path, @Nullable String above) {
    if (path == null || above == null) {
      return Certainty.MAYBE;
    }
    boolean ends = path.toLowerCase(Locale.ROOT).endsWith("," + above.toLowerCase(Locale.ROOT));
    return ends ? Certainty.YES : Certainty.NO;
  }
}
