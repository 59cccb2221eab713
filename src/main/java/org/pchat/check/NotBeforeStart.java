package org.pchat.check;

import java.util.HashSet;
import java.util.Set;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Ticks;
import org.pchat.problem.RuleProblem;

/** No message is older than the start date of the export; told once for each room. */
final class NotBeforeStart extends RecordRule<Message> {
  private final Pool pool;
  private final Set<Guid> told = new HashSet<>();

  NotBeforeStart(Pool pool) {
    super(Rule.of(RuleProblem.BEFORE_START, Basis.OURS, "Manifest.xml", Kind.MESSAGE, "sent"));
    this.pool = pool;
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    Ticks start = pool.coverage().startDate();
    Message message = met.record();
    if (start != null && message.sent().compareTo(start) < 0 && told.add(message.room())) {
      findings.add(rule(), met.location(), met.description(), message.sent(), start);
    }
  }
}
