package org.pchat.check;

import java.util.HashSet;
import java.util.Set;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Room;
import org.pchat.problem.RuleProblem;

/** No message has a number that its room has not given out; told once for each room. */
final class LastNumber extends RecordRule<Message> {
  private final Pool pool;
  private final Set<Guid> told = new HashSet<>();

  LastNumber(Pool pool) {
    super(
        Rule.of(RuleProblem.BEYOND_LAST_ID, Basis.PUBLISHED, "Nodes", Kind.MESSAGE, "id")
            .needing(Kind.ROOM, "lastMessageId"));
    this.pool = pool;
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    Met<Room> room = pool.rooms().get(met.record().room());
    if (room == null
        || room.doubtful().contains("lastMessageId")
        || pool.coverage().messageIdsDerived()) {
      return;
    }
    Long last = room.record().lastMessageId();
    if (last != null && met.record().id() > last && told.add(met.record().room())) {
      findings.add(rule(), met.location(), met.description(), last);
    }
  }
}
