package org.pchat.check;

import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.RuleProblem;

/** One category is the root. Silent where the root is missing as somebody's parent already. */
final class RootIsThere extends RecordRule<Category> {
  private final Pool pool;

  RootIsThere(Pool pool) {
    super(Rule.of(RuleProblem.NO_ROOT, Basis.PUBLISHED, "Nodes", Kind.CATEGORY, "parent"));
    this.pool = pool;
  }

  @Override
  void check(Met<Category> met, Findings findings) {}

  @Override
  void end(Findings findings) {
    if (pool.isComplete(Kind.CATEGORY)
        && pool.coverage().scope().isEmpty()
        && pool.categories().values().stream().noneMatch(this::mayBeOrNameRoot)) {
      findings.add(rule(), pool.place());
    }
  }

  private boolean mayBeOrNameRoot(Met<Category> met) {
    Guid parent = met.record().parent();
    return parent == null
        || met.doubtful().contains("parent")
        || !pool.categories().containsKey(parent);
  }
}
