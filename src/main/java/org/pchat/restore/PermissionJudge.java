package org.pchat.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.check.Admission;
import org.pchat.check.Admissions;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;
import org.pchat.restore.Changed.Why;

/**
 * Which permissions that are gone may come back by the target's own rules: their holder must be in
 * use there, the category must let the holder in, and presenters need an auditorium. Permissions of
 * nodes that live come back only in place.
 */
final class PermissionJudge {
  private final PackageRequest request;
  private final Target target;
  private final Structure source;
  private final Choice choice;
  private final Changed changed;
  private Admissions admissions = new Admissions();

  PermissionJudge(PackageRequest request, Target target, Choice choice, Changed changed)
      throws IOException {
    this.request = request;
    this.target = target;
    this.choice = choice;
    this.changed = changed;
    this.source = request.from().structure();
  }

  /** Judges the scopes that are gone; has to come before any role is judged. */
  void scopes(List<Scope> lost) throws IOException {
    List<Scope> accepted = new ArrayList<>();
    Admissions states = admissions(List.of());
    for (Scope scope : lost) {
      Optional<Why> against = against(scope, states);
      if (against.isPresent()) {
        changed.scope(scope, against.get());
      } else {
        accepted.add(scope);
      }
    }
    List<Scope> gone = new ArrayList<>(accepted);
    gone.addAll(ofGoneCategories(states));
    Set<Guid> harmful = harmful(accepted, gone, states);
    for (Scope scope : accepted) {
      if (scope.access() == Access.DENY && harmful.contains(scope.node())) {
        changed.scope(scope, Why.SHUTS_OUT);
        gone.remove(scope);
      } else {
        choice.scopes.add(Kind.SCOPE, scope);
      }
    }
    admissions = admissions(gone);
  }

  private Optional<Why> against(Scope scope, Admissions states) {
    if (target.hasNode(scope.node()) && !request.shape().inPlace()) {
      return Optional.of(Why.LIVING_NODE);
    }
    return account(scope.principal(), states);
  }

  private Optional<Why> account(Guid principal, Admissions states) {
    Guid meant = request.mapping().users().getOrDefault(principal, principal);
    Optional<AccountState> state = states.state(meant);
    if (state.isEmpty()) {
      return Optional.of(Why.NO_ACCOUNT);
    }
    return state.get() == AccountState.DELETED
        ? Optional.of(Why.DELETED_ACCOUNT)
        : Optional.empty();
  }

  /** Returns whether a scope of a category that comes back may come with it. */
  boolean mayCome(Scope scope) {
    return account(scope.principal(), admissions).isEmpty();
  }

  /** Categories that come back as the closure of a room let in whom they let in. */
  private List<Scope> ofGoneCategories(Admissions states) throws IOException {
    List<Scope> scopes = new ArrayList<>();
    try (var all = request.from().records(Kind.SCOPE)) {
      while (all.advance()) {
        Scope scope = all.record();
        if (!target.hasNode(scope.node()) && account(scope.principal(), states).isEmpty()) {
          scopes.add(scope);
        }
      }
    }
    return scopes;
  }

  private Admissions admissions(List<Scope> besides) throws IOException {
    var filled = new Admissions();
    try (var all = target.source().records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        filled.add(all.record());
      }
    }
    try (var all = target.source().records(Kind.SCOPE)) {
      while (all.advance()) {
        filled.add(all.record());
      }
    }
    Set<Scope> once = new HashSet<>();
    for (Scope scope : besides) {
      Guid meant = request.mapping().users().getOrDefault(scope.principal(), scope.principal());
      var mapped = new Scope(scope.node(), meant, scope.access(), null);
      if (once.add(mapped)) {
        filled.add(mapped);
      }
    }
    return filled;
  }

  /** Returns the categories whose lost denials would shut out somebody who has a role now. */
  private Set<Guid> harmful(List<Scope> accepted, List<Scope> all, Admissions before)
      throws IOException {
    Set<Guid> denying = new HashSet<>();
    for (Scope scope : accepted) {
      if (scope.access() == Access.DENY && target.hasNode(scope.node())) {
        denying.add(scope.node());
      }
    }
    Set<Guid> harmful = new HashSet<>();
    if (denying.isEmpty()) {
      return harmful;
    }
    Admissions after = admissions(all);
    try (var roles = target.source().records(Kind.ROLE)) {
      while (roles.advance()) {
        Role role = roles.record();
        Guid category = target.categoryOf(role.node()).orElse(null);
        if (category != null
            && denying.contains(category)
            && after.of(category, role.principal()) == Admission.OUTSIDE
            && before.of(category, role.principal()) != Admission.OUTSIDE) {
          harmful.add(category);
        }
      }
    }
    return harmful;
  }

  /**
   * Judges a role that is gone: chooses it, or has it listed.
   *
   * @param purged whether the server took it when its room moved, because the category does not let
   *     the holder in, also where that cannot be told from here
   */
  void role(Role role, boolean purged) {
    Optional<Why> against = against(role, purged);
    if (against.isPresent()) {
      changed.role(role, against.get());
    } else {
      choice.roles.add(Kind.ROLE, role);
    }
  }

  private Optional<Why> against(Role role, boolean purged) {
    boolean living = target.hasNode(role.node());
    if (living && !request.shape().inPlace()) {
      return Optional.of(Why.LIVING_NODE);
    }
    Optional<Why> account = account(role.principal(), admissions);
    if (account.isPresent()) {
      return account;
    }
    Room room = (living ? target.structure() : source).room(role.node()).orElse(null);
    if (role.role() == RoleType.VOICED && room != null && room.behavior() == Behavior.NORMAL) {
      return Optional.of(Why.NORMAL_ROOM);
    }
    Guid category = living ? target.categoryOf(role.node()).orElse(null) : home(role, room);
    Guid meant = request.mapping().users().getOrDefault(role.principal(), role.principal());
    return category != null && isOutside(category, meant, purged)
        ? Optional.of(Why.NOT_ADMITTED)
        : Optional.empty();
  }

  private @Nullable Guid home(Role role, @Nullable Room room) {
    if (room == null) {
      return role.node();
    }
    Guid moved = request.mapping().category();
    return moved == null ? room.category() : moved;
  }

  private boolean isOutside(Guid category, Guid principal, boolean purged) {
    boolean root =
        target
            .structure()
            .category(category)
            .or(() -> source.category(category))
            .filter(Category::isRoot)
            .isPresent();
    Admission admission = admissions.of(category, principal);
    return !root && (admission == Admission.OUTSIDE || (purged && admission != Admission.INSIDE));
  }
}
