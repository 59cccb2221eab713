package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.problem.RuleProblem;

/** Messages are numbered from 1 on. */
final class NumbersArePositive extends RecordRule<Message> {
  private final Pool pool;

  NumbersArePositive(Pool pool) {
    super(Rule.of(RuleProblem.ID_NOT_POSITIVE, Basis.INFERRED, "Messages", Kind.MESSAGE, "id"));
    this.pool = pool;
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    if (met.record().id() < 1 && !pool.coverage().messageIdsDerived()) {
      findings.add(rule(), met.location(), met.description(), met.record().id());
    }
  }
}
