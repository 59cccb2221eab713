package org.pchat.check;

import org.pchat.model.Behavior;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.problem.RuleProblem;

/** Only auditoriums have presenters. */
final class PresentersInAuditoriums extends RecordRule<Role> {
  private final Pool pool;

  PresentersInAuditoriums(Pool pool) {
    super(
        Rule.of(
                RuleProblem.VOICED_IN_NORMAL_ROOM,
                Basis.PUBLISHED,
                "Permissions",
                Kind.ROLE,
                "node",
                "role")
            .needing(Kind.ROOM, "behavior"));
    this.pool = pool;
  }

  @Override
  void check(Met<Role> met, Findings findings) {
    Met<Room> room = pool.rooms().get(met.record().node());
    if (met.record().role() == RoleType.VOICED
        && room != null
        && room.record().behavior() == Behavior.NORMAL
        && !room.doubtful().contains("behavior")) {
      findings.add(rule(), met.location(), met.description());
    }
  }
}
