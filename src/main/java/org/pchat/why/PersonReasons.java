package org.pchat.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.why.Answer.Person;
import org.pchat.why.Step.Rule;

/** Why one person may no longer do in a room what was allowed before. */
final class PersonReasons {
  private final Standing before;
  private final Standing after;
  private final AccessChain chainBefore;
  private final AccessChain chainAfter;
  private final Cmdlets undo;
  private final PermissionReasons permissions;
  private final List<Reason> reasons = new ArrayList<>();

  PersonReasons(Permissions earlier, Permissions later, Guid room, Person person, Cmdlets undo) {
    this.before = new Standing(earlier, room, person);
    this.after = new Standing(later, room, person);
    this.chainBefore = AccessRules.ask(before);
    this.chainAfter = AccessRules.ask(after);
    this.undo = undo;
    this.permissions = new PermissionReasons(earlier, later, undo);
  }

  AccessChain chainBefore() {
    return chainBefore;
  }

  AccessChain chainAfter() {
    return chainAfter;
  }

  /** Returns the reasons besides those of the room's own record. */
  List<Reason> find() {
    account();
    Room earlier = before.room().orElse(null);
    Room later = after.room().orElse(null);
    if (earlier != null && later != null) {
      if (earlier.category().equals(later.category())) {
        before.permissions().categoryOf(earlier).ifPresent(this::category);
      }
      if (isWorse(Rule.PRIVACY) && later.visibility().compareTo(earlier.visibility()) < 0) {
        reasons.add(RoomReasons.privacyReason(undo, earlier, later));
      }
      if (isWorse(Rule.WRITING) && earlier.behavior() != later.behavior()) {
        reasons.add(RoomReasons.behaviorReason(undo, earlier, later));
      }
      roles(earlier, later);
    }
    return reasons;
  }

  private boolean isWorse(Rule rule) {
    Optional<Step> then = chainBefore.step(rule);
    Optional<Step> now = chainAfter.step(rule);
    return then.isPresent()
        && now.isPresent()
        && now.get().answer().compareTo(then.get().answer()) > 0;
  }

  private void account() {
    Principal then = before.account().orElse(null);
    if (then == null || then.disabled() != AccountState.ACTIVE) {
      return;
    }
    Principal now = after.account().orElse(null);
    if (now == null && !after.permissions().isComplete(Kind.PRINCIPAL)) {
      reasons.add(
          Reason.lasting(
              Cause.UNKNOWN,
              "The later snapshot need not list the account \"%s\": it is restricted or damaged."
                  .formatted(then.label())));
    } else if (now == null) {
      reasons.add(
          new Reason(
              Cause.ACCOUNT_REMOVED,
              "The account \"%s\" is gone from the list of principals.".formatted(then.label()),
              null,
              "The server lists an account again once it is enabled and has the policy for Persistent Chat."));
    } else if (now.disabled() == AccountState.DISABLED) {
      reasons.add(
          Reason.undone(
              Cause.ACCOUNT_DISABLED,
              "The account \"%s\" was disabled for SIP.".formatted(now.label()),
              undo.enableAccount(now.uri())));
    } else if (now.disabled() == AccountState.DELETED) {
      reasons.add(
          new Reason(
              Cause.ACCOUNT_DELETED,
              "The account \"%s\" was deleted from the directory.".formatted(now.label()),
              null,
              "Restore the object in Active Directory, with its GUID; an account made anew is another principal."));
    }
  }

  private boolean isInUse() {
    return after.account().filter(now -> now.disabled() == AccountState.ACTIVE).isPresent();
  }

  private boolean isRecreated() {
    @Nullable Guid then = before.account().map(Principal::guid).orElse(null);
    return after
        .account()
        .filter(now -> now.disabled() == AccountState.ACTIVE && !now.guid().equals(then))
        .isPresent();
  }

  private void category(Category category) {
    if (!isWorse(Rule.CATEGORY)) {
      return;
    }
    List<Guid> still = principals(after.scopes(Access.ALLOW, Certainty.YES));
    List<Guid> allowed =
        meant(before, Access.ALLOW).stream().filter(p -> !still.contains(p)).toList();
    List<Guid> deniedBefore = meant(before, Access.DENY);
    List<Guid> denied =
        meant(after, Access.DENY).stream().filter(p -> !deniedBefore.contains(p)).toList();
    reasons.add(permissions.scopes(category, allowed, denied));
  }

  private static List<Guid> meant(Standing standing, Access access) {
    List<Guid> meant = new ArrayList<>(principals(standing.scopes(access, Certainty.YES)));
    meant.addAll(principals(standing.scopes(access, Certainty.MAYBE)));
    return meant;
  }

  private static List<Guid> principals(List<Scope> scopes) {
    return scopes.stream().map(Scope::principal).toList();
  }

  private void roles(Room earlier, Room later) {
    List<Guid> meant =
        before.roles(type -> true, Certainty.YES).stream().map(Role::principal).toList();
    LostRoles lost =
        LostRoles.of(before.permissions(), after.permissions(), later.guid()).only(meant::contains);
    if (lost.isEmpty()) {
      return;
    }
    Guid own = before.account().map(Principal::guid).orElseThrow();
    LostRoles ofAccount = lost.only(own::equals);
    if (isRecreated()) {
      permissions.accounts(ofAccount, later, reasons);
    }
    if (isRecreated() || !isInUse()) {
      lost = lost.only(principal -> !principal.equals(own));
    }
    if (!lost.isEmpty()) {
      reasons.add(permissions.roles(lost, earlier, later));
    }
  }
}
