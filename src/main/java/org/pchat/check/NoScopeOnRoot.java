package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Scope;
import org.pchat.problem.RuleProblem;

/** The root cannot be changed, so there is no scope on it. */
final class NoScopeOnRoot extends RecordRule<Scope> {
  private final Pool pool;

  NoScopeOnRoot(Pool pool) {
    super(
        Rule.of(RuleProblem.ON_THE_ROOT, Basis.PUBLISHED, "Nodes", Kind.SCOPE, "node")
            .needing(Kind.CATEGORY, "parent"));
    this.pool = pool;
  }

  @Override
  void check(Met<Scope> met, Findings findings) {
    if (pool.isRoot(met.record().node())) {
      findings.add(rule(), met.location(), met.description());
    }
  }
}
