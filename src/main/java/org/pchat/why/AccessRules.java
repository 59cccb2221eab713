package org.pchat.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.Behavior;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Visibility;
import org.pchat.why.Step.Rule;

/**
 * The published rules about who may use a room (docs/why.md), asked in order.
 *
 * <p>The account must be in use; the category must let it in, where deny wins; the room must be
 * switched on; a Closed or Secret room asks for a role, or has the members of its category if it
 * has none of its own; in an auditorium presenters write.
 */
final class AccessRules {
  private static final int NAMED = 3;
  private static final String GROUPS = "who is in a group the snapshot does not say";

  private final Standing standing;

  private AccessRules(Standing standing) {
    this.standing = standing;
  }

  static AccessChain ask(Standing standing) {
    var rules = new AccessRules(standing);
    List<Step> steps = new ArrayList<>();
    steps.add(rules.account());
    Optional<Room> room = standing.room();
    if (room.isPresent() && standing.account().isPresent()) {
      steps.add(rules.category(room.get()));
    }
    steps.add(rules.room());
    if (room.isPresent() && standing.account().isPresent()) {
      steps.add(rules.privacy(room.get()));
      steps.add(rules.writing(room.get()));
    }
    return new AccessChain(steps);
  }

  private Step account() {
    Optional<Principal> account = standing.account();
    if (account.isEmpty()) {
      return standing.permissions().isComplete(Kind.PRINCIPAL)
          ? step(Rule.ACCOUNT, Certainty.NO, "no principal has this address")
          : step(Rule.ACCOUNT, Certainty.MAYBE, "the snapshot need not list the account");
    }
    if (!standing.permissions().tellsAccountStates()) {
      return new Step(
          Rule.ACCOUNT, Certainty.MAYBE, "the snapshot does not say whether the account is in use");
    }
    AccountState state = account.get().disabled();
    return switch (state) {
      case ACTIVE -> new Step(Rule.ACCOUNT, Certainty.YES, "the account is in use");
      case DISABLED -> new Step(Rule.ACCOUNT, Certainty.NO, "the account is disabled for SIP");
      case DELETED ->
          new Step(Rule.ACCOUNT, Certainty.NO, "the account is deleted from the directory");
    };
  }

  private Step category(Room room) {
    String name =
        standing
            .permissions()
            .categoryOf(room)
            .map(c -> "\"" + c.name() + "\"")
            .orElse("(unknown)");
    if (!standing.permissions().coverage().holds(Kind.SCOPE)) {
      return step(Rule.CATEGORY, Certainty.MAYBE, "the snapshot holds no scopes");
    }
    List<Scope> denied = standing.scopes(Access.DENY, Certainty.YES);
    if (!denied.isEmpty()) {
      return step(
          Rule.CATEGORY,
          Certainty.NO,
          "the category " + name + " denies " + labels(scopes(denied)));
    }
    if (!standing.permissions().isComplete(Kind.SCOPE)) {
      return step(Rule.CATEGORY, Certainty.MAYBE, "the snapshot is damaged where scopes stand");
    }
    List<Scope> allowed = standing.scopes(Access.ALLOW, Certainty.YES);
    List<Scope> perhapsDenied = standing.scopes(Access.DENY, Certainty.MAYBE);
    if (!allowed.isEmpty()) {
      String lets = "the category " + name + " lets in " + labels(scopes(allowed));
      return perhapsDenied.isEmpty()
          ? step(Rule.CATEGORY, Certainty.YES, lets)
          : step(
              Rule.CATEGORY,
              Certainty.MAYBE,
              lets + ", but denies " + labels(scopes(perhapsDenied)) + "; " + GROUPS);
    }
    return notPlainlyLetIn(room, name);
  }

  private Step notPlainlyLetIn(Room room, String name) {
    List<Scope> perhaps = standing.scopes(Access.ALLOW, Certainty.MAYBE);
    if (!perhaps.isEmpty()) {
      return step(
          Rule.CATEGORY,
          Certainty.MAYBE,
          "the category " + name + " lets in " + labels(scopes(perhaps)) + "; " + GROUPS);
    }
    boolean anybody =
        standing.permissions().scopes(room.category()).stream()
            .anyMatch(scope -> scope.access() == Access.ALLOW);
    return step(
        Rule.CATEGORY,
        Certainty.NO,
        anybody
            ? "the category " + name + " lets in others only"
            : "the category " + name + " lets in nobody");
  }

  private Step room() {
    return standing
        .room()
        .map(
            room ->
                room.disabled()
                    ? step(Rule.ROOM, Certainty.NO, "the room is disabled")
                    : step(Rule.ROOM, Certainty.YES, "the room is there and enabled"))
        .orElseGet(
            () ->
                standing.permissions().tellsOfRooms()
                    ? step(Rule.ROOM, Certainty.NO, "the room is not there")
                    : step(Rule.ROOM, Certainty.MAYBE, "the snapshot need not hold the room"));
  }

  private Step privacy(Room room) {
    if (room.visibility() == Visibility.OPEN) {
      return step(Rule.PRIVACY, Certainty.YES, "the room is Open: no role is needed");
    }
    String privacy = "the room is " + room.visibility().privacy();
    if (!standing.permissions().coverage().holds(Kind.ROLE)) {
      return step(Rule.PRIVACY, Certainty.MAYBE, privacy + ", and the snapshot holds no roles");
    }
    List<Role> sure = standing.roles(type -> type != RoleType.CREATOR, Certainty.YES);
    if (!sure.isEmpty()) {
      String roles =
          sure.stream()
              .map(role -> role.role().word())
              .distinct()
              .collect(Collectors.joining(", "));
      return step(
          Rule.PRIVACY, Certainty.YES, privacy + ", and " + labels(roles(sure)) + " has: " + roles);
    }
    List<Role> perhaps = standing.roles(type -> type != RoleType.CREATOR, Certainty.MAYBE);
    if (!perhaps.isEmpty()) {
      return step(
          Rule.PRIVACY,
          Certainty.MAYBE,
          privacy + ", and " + labels(roles(perhaps)) + " has a role; " + GROUPS);
    }
    if (!standing.permissions().isComplete(Kind.ROLE)) {
      return step(
          Rule.PRIVACY,
          Certainty.MAYBE,
          privacy + ", and the snapshot is damaged where roles stand");
    }
    return standing.hasMembers()
        ? step(Rule.PRIVACY, Certainty.NO, privacy + ", and the account has no role in it")
        : step(
            Rule.PRIVACY,
            Certainty.YES,
            privacy + " and has no members of its own, so it has those of its category");
  }

  private Step writing(Room room) {
    if (room.behavior() == Behavior.NORMAL) {
      return step(Rule.WRITING, Certainty.YES, "everybody in the room may write");
    }
    String presenters = "the room is an auditorium: only presenters write";
    if (!standing.roles(type -> type == RoleType.VOICED, Certainty.YES).isEmpty()) {
      return step(Rule.WRITING, Certainty.YES, presenters + ", and the account is one");
    }
    return standing.roles(type -> type == RoleType.VOICED, Certainty.MAYBE).isEmpty()
        ? step(Rule.WRITING, Certainty.READS, presenters + ", and the account is none")
        : step(Rule.WRITING, Certainty.MAYBE, presenters + "; " + GROUPS);
  }

  private static Step step(Rule rule, Certainty answer, String words) {
    return new Step(rule, answer, words);
  }

  private static List<Guid> scopes(List<Scope> scopes) {
    return scopes.stream().map(Scope::principal).toList();
  }

  private static List<Guid> roles(List<Role> roles) {
    return roles.stream().map(Role::principal).distinct().toList();
  }

  private String labels(List<Guid> principals) {
    String named =
        principals.stream()
            .limit(NAMED)
            .map(standing.permissions()::label)
            .collect(Collectors.joining(", "));
    int more = principals.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
