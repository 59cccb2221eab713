package org.pchat.check;

import org.pchat.model.Category;
import org.pchat.model.Kind;
import org.pchat.problem.RuleProblem;

/** No category is below itself. */
final class NoCircle extends RecordRule<Category> {
  private final Pool pool;

  NoCircle(Pool pool) {
    super(Rule.of(RuleProblem.CIRCLE, Basis.PUBLISHED, "Nodes", Kind.CATEGORY, "parent"));
    this.pool = pool;
  }

  @Override
  void check(Met<Category> met, Findings findings) {
    if (pool.isInCircle(met.record())) {
      findings.add(rule(), met.location(), met.record().guid());
    }
  }
}
