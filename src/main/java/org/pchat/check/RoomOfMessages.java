package org.pchat.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pchat.model.Absence;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.problem.Location;
import org.pchat.problem.ReferenceProblem;

/** Messages belong to a room that is there; told once for each room. */
final class RoomOfMessages extends RecordRule<Message> {
  private final Pool pool;
  private final Set<Guid> told = new HashSet<>();

  RoomOfMessages(Pool pool) {
    super(Rule.of(ReferenceProblem.NO_ROOM, Basis.PUBLISHED, "Messages", Kind.MESSAGE, "room"));
    this.pool = pool;
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    tell(met.record().room(), met.location(), findings);
  }

  private void tell(Guid room, Location where, Findings findings) {
    if (!pool.rooms().containsKey(room)
        && Target.ROOM.isKnownToLack(room, pool)
        && pool.absence(Kind.ROOM, room) == Absence.UNEXPLAINED
        && told.add(room)) {
      findings.add(rule(), where, room);
    }
  }

  /** Also parts without messages are for rooms that are there. */
  void checkParts(List<Guid> parts, Findings findings) {
    parts.forEach(room -> tell(room, pool.place(), findings));
  }
}
