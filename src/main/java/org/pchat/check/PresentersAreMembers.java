package org.pchat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Visibility;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.RuleProblem;

/**
 * The presenters of a room that is not open are members of it, too. Asked of roles in their order,
 * where the member stands before the presenter; so nothing is told before it is known that they
 * were in order, and few findings are held until then.
 */
final class PresentersAreMembers {
  private static final int MOST_HELD = 1_000;

  private final Rule rule =
      Rule.of(
              RuleProblem.PRESENTER_NO_MEMBER,
              Basis.INFERRED,
              "Permissions",
              Kind.ROLE,
              "node",
              "principal",
              "role")
          .needing(Kind.ROOM, "visibility");
  private final Pool pool;
  private final Findings findings;
  private final List<Problem> held = new ArrayList<>();
  private @Nullable Role member;
  private boolean sure;
  private boolean tooMany;

  PresentersAreMembers(Pool pool, Findings findings) {
    this.pool = pool;
    this.findings = findings;
  }

  Rule rule() {
    return rule;
  }

  /** Takes the next role in order, and asks where it stands only if that matters. */
  void next(Role role, Supplier<Location> where) {
    if (role.role() == RoleType.MEMBER) {
      member = role;
    } else if (role.role() == RoleType.VOICED && !isMember(role) && concerns(role)) {
      tell(role, where.get());
    }
  }

  private boolean isMember(Role role) {
    return member != null
        && member.node().equals(role.node())
        && member.principal().equals(role.principal());
  }

  private boolean concerns(Role role) {
    Met<Room> room = pool.rooms().get(role.node());
    return room != null
        && room.record().visibility() != Visibility.OPEN
        && !room.doubtful().contains("visibility");
  }

  private void tell(Role role, Location where) {
    String description = Kind.ROLE.word() + " " + Kind.ROLE.identity(role);
    Problem problem = findings.problem(rule, rule.code(), where, description);
    if (sure) {
      findings.add(problem);
    } else if (held.size() == MOST_HELD) {
      tooMany = true;
    } else {
      held.add(problem);
    }
  }

  /** Returns whether more was found than can be held, so that the roles are to be sorted. */
  boolean isTooMuch() {
    return tooMany;
  }

  /** Begins anew, since the roles were not in order; now they surely are. */
  void restart() {
    held.clear();
    member = null;
    sure = true;
  }

  /** Tells what was held. */
  void end() {
    held.forEach(findings::add);
  }
}
