package org.pchat.why;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.model.Access;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/** Who lost roles on a room, and whom its category lets in no more. */
final class PermissionReasons {
  private static final int NAMED = 5;

  private final Permissions before;
  private final Permissions after;
  private final Cmdlets undo;

  PermissionReasons(Permissions before, Permissions after, Cmdlets undo) {
    this.before = before;
    this.after = after;
    this.undo = undo;
  }

  /** Finds all that a room lost. */
  List<Reason> of(Room earlier, Room later) {
    List<Reason> reasons = new ArrayList<>();
    LostRoles lost = LostRoles.of(before, after, later.guid());
    boolean told = after.isComplete(Kind.ROLE);
    if (told) {
      accounts(lost.ofDeadAccounts(), later, reasons);
    }
    LostRoles rest = told ? lost.ofLivingAccounts() : lost;
    if (!rest.isEmpty()) {
      reasons.add(roles(rest, earlier, later));
    }
    if (earlier.category().equals(later.category())) {
      before.categoryOf(earlier).ifPresent(category -> scopes(category, reasons));
    }
    return reasons;
  }

  /** A role goes with its account, and does not come back with another of the same address. */
  void accounts(LostRoles lost, Room room, List<Reason> reasons) {
    for (Guid principal : lost.principals()) {
      LostRoles own = lost.only(principal::equals);
      String who = "\"" + before.label(principal) + "\"";
      if (own.isRecreated(principal)) {
        reasons.add(
            Reason.undone(
                Cause.ACCOUNT_RECREATED,
                "The account of %s was deleted and made anew: the address is the same, the GUID is another, and the role (%s) went with the old one."
                    .formatted(who, own.words()),
                own.giveBack(undo, room)));
      } else {
        reasons.add(own.isUnlisted(principal) ? removed(who, own) : deleted(who, own));
      }
    }
  }

  private static Reason removed(String who, LostRoles own) {
    return new Reason(
        Cause.ACCOUNT_REMOVED,
        "The account of %s is gone from the list of principals, and with it the role (%s)."
            .formatted(who, own.words()),
        null,
        "The server lists an account again once it is enabled and has the policy for Persistent Chat; then give the role back.");
  }

  private static Reason deleted(String who, LostRoles own) {
    return new Reason(
        Cause.ACCOUNT_DELETED,
        "The account of %s was deleted from the directory, and the role (%s) went with it."
            .formatted(who, own.words()),
        null,
        "Restore the object in Active Directory, with its GUID; then give the role back.");
  }

  Reason roles(LostRoles lost, Room earlier, Room later) {
    if (!after.isComplete(Kind.ROLE)) {
      return unknown(RoomReasons.count(lost.size(), "role") + " of " + labels(lost.principals()));
    }
    boolean moved = !earlier.category().equals(later.category());
    String words =
        "%s of the room (%s) %s gone%s: %s."
            .formatted(
                RoomReasons.count(lost.size(), "role"),
                lost.words(),
                lost.size() == 1 ? "is" : "are",
                moved ? " since it was moved" : "",
                labels(lost.principals()));
    return new Reason(
        Cause.ROLES_LOST,
        words,
        lost.giveBack(undo, later),
        moved ? "Only after the move is undone: the category must allow them." : null);
  }

  private void scopes(Category category, List<Reason> reasons) {
    Map<Guid, Access> now = new HashMap<>();
    after.scopes(category.guid()).forEach(s -> now.put(s.principal(), s.access()));
    Map<Guid, Access> then = new HashMap<>();
    before.scopes(category.guid()).forEach(s -> then.put(s.principal(), s.access()));
    List<Guid> allowed =
        then.keySet().stream()
            .filter(p -> then.get(p) == Access.ALLOW && now.get(p) != Access.ALLOW)
            .sorted()
            .toList();
    List<Guid> denied =
        now.keySet().stream()
            .filter(p -> now.get(p) == Access.DENY && then.get(p) != Access.DENY)
            .sorted()
            .toList();
    if (!allowed.isEmpty() || !denied.isEmpty()) {
      reasons.add(scopes(category, allowed, denied));
    }
  }

  private static Reason unknown(String what) {
    return Reason.lasting(
        Cause.UNKNOWN,
        "The later snapshot is damaged where permissions stand and cannot tell whether these are gone: %s."
            .formatted(what));
  }

  /** Returns the reason that a category lets in fewer, or keeps out more. */
  Reason scopes(Category category, List<Guid> allowed, List<Guid> denied) {
    if (!after.isComplete(Kind.SCOPE)) {
      return unknown("scopes of the category \"" + category.name() + "\"");
    }
    List<String> clauses = new ArrayList<>();
    if (!allowed.isEmpty()) {
      clauses.add("no longer lets in " + labels(allowed));
    }
    if (!denied.isEmpty()) {
      clauses.add("now denies " + labels(denied));
    }
    boolean nobody =
        after.scopes(category.guid()).stream().map(Scope::access).noneMatch(Access.ALLOW::equals);
    String words =
        "The category \"%s\" %s.%s"
            .formatted(
                category.name(),
                String.join(" and ", clauses),
                nobody ? " It lets in nobody now." : "");
    Category named = after.structure().category(category.guid()).orElse(category);
    return Reason.undone(
        Cause.CATEGORY,
        words,
        undo.admit(
            named,
            allowed.stream().map(before::cmdletName).toList(),
            denied.stream().map(after::cmdletName).toList()));
  }

  private String labels(List<Guid> principals) {
    String named =
        principals.stream()
            .limit(NAMED)
            .map(p -> "\"" + (before.principal(p).isPresent() ? before : after).label(p) + "\"")
            .collect(Collectors.joining(", "));
    int more = principals.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
