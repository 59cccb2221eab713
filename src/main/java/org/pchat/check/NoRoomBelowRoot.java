package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.problem.RuleProblem;

/** No room stands directly below the root. */
final class NoRoomBelowRoot extends RecordRule<Room> {
  private final Pool pool;

  NoRoomBelowRoot(Pool pool) {
    super(
        Rule.of(RuleProblem.ROOM_BELOW_ROOT, Basis.PUBLISHED, "Nodes", Kind.ROOM, "category")
            .needing(Kind.CATEGORY, "parent"));
    this.pool = pool;
  }

  @Override
  void check(Met<Room> met, Findings findings) {
    if (pool.isRoot(met.record().category())) {
      findings.add(rule(), met.location(), met.record().guid());
    }
  }
}
