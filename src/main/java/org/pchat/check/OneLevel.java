package org.pchat.check;

import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.RuleProblem;

/** Categories stand directly below the root. Group Chat 2010 had deeper trees. */
final class OneLevel extends RecordRule<Category> {
  private final Pool pool;

  OneLevel(Pool pool) {
    super(Rule.of(RuleProblem.DEEP_CATEGORY, Basis.PUBLISHED, "Nodes", Kind.CATEGORY, "parent"));
    this.pool = pool;
  }

  @Override
  void check(Met<Category> met, Findings findings) {
    Guid above = met.record().parent();
    Category parent = above == null ? null : pool.category(above);
    if (above == null || parent == null || pool.isInCircle(met.record())) {
      return;
    }
    if (!parent.isRoot()) {
      findings.add(rule(), met.location(), met.record().guid(), above);
    }
  }
}
