package org.pchat.why;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.model.AccountState;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;

/** The roles that a room had and has no more. */
final class LostRoles {
  private final Permissions before;
  private final Permissions after;
  private final List<Role> roles = new ArrayList<>();

  private record Held(Guid principal, RoleType role) {}

  private LostRoles(Permissions before, Permissions after) {
    this.before = before;
    this.after = after;
  }

  static LostRoles of(Permissions before, Permissions after, Guid room) {
    var lost = new LostRoles(before, after);
    Set<Held> still = new HashSet<>();
    after.roles(room).forEach(role -> still.add(new Held(role.principal(), role.role())));
    before.roles(room).stream()
        .filter(role -> !still.contains(new Held(role.principal(), role.role())))
        .forEach(lost.roles::add);
    return lost;
  }

  /** Returns those of some principals. */
  LostRoles only(Predicate<Guid> principals) {
    var some = new LostRoles(before, after);
    roles.stream().filter(role -> principals.test(role.principal())).forEach(some.roles::add);
    return some;
  }

  /** Returns those of accounts that became unusable. */
  LostRoles ofDeadAccounts() {
    return only(this::isDead);
  }

  /** Returns those of accounts that are as good as before. */
  LostRoles ofLivingAccounts() {
    return only(principal -> !isDead(principal));
  }

  private boolean isDead(Guid principal) {
    boolean wasAlive =
        before.principal(principal).filter(p -> p.disabled() != AccountState.DELETED).isPresent();
    return wasAlive
        && after
            .principal(principal)
            .map(now -> now.disabled() == AccountState.DELETED)
            .orElse(after.isComplete(Kind.PRINCIPAL));
  }

  /** Returns whether the principal itself is no longer listed. */
  boolean isUnlisted(Guid principal) {
    return after.principal(principal).isEmpty();
  }

  /** Returns whether somebody else has the address of {@code principal} now, and uses it. */
  boolean isRecreated(Guid principal) {
    return after.accounts(uri(principal)).stream()
        .anyMatch(p -> !p.guid().equals(principal) && p.disabled() == AccountState.ACTIVE);
  }

  private String uri(Guid principal) {
    return before.principal(principal).map(Principal::uri).orElse("");
  }

  boolean isEmpty() {
    return roles.isEmpty();
  }

  int size() {
    return roles.size();
  }

  /** Returns who had them. */
  List<Guid> principals() {
    return roles.stream().map(Role::principal).distinct().toList();
  }

  /** Returns the words for the roles, such as {@code Member, Manager}. */
  String words() {
    Set<RoleType> types = new TreeSet<>();
    roles.forEach(role -> types.add(role.role()));
    return String.join(", ", types.stream().map(RoleType::word).toList());
  }

  /** Returns the cmdlet that gives them back. */
  String giveBack(Cmdlets undo, Room room) {
    Map<RoleType, List<String>> names = new TreeMap<>();
    for (Role role : roles) {
      List<String> whom = names.computeIfAbsent(role.role(), r -> new ArrayList<>());
      String name = before.cmdletName(role.principal());
      if (!whom.contains(name)) {
        whom.add(name);
      }
    }
    return undo.give(room, names);
  }
}
