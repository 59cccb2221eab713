package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.problem.RuleProblem;

/** A room has invitations off, or inherits; it never has them on. */
final class RoomInherits extends RecordRule<Room> {

  RoomInherits() {
    super(Rule.of(RuleProblem.ROOM_INVITES, Basis.PUBLISHED, "Nodes", Kind.ROOM, "invite"));
  }

  @Override
  void check(Met<Room> met, Findings findings) {
    if (Boolean.TRUE.equals(met.record().invite())) {
      findings.add(rule(), met.location(), met.record().guid());
    }
  }
}
