package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.problem.RuleProblem;

/** The root cannot be changed, so there is no role on it. */
final class NoRoleOnRoot extends RecordRule<Role> {
  private final Pool pool;

  NoRoleOnRoot(Pool pool) {
    super(
        Rule.of(RuleProblem.ON_THE_ROOT, Basis.PUBLISHED, "Nodes", Kind.ROLE, "node")
            .needing(Kind.CATEGORY, "parent"));
    this.pool = pool;
  }

  @Override
  void check(Met<Role> met, Findings findings) {
    if (pool.isRoot(met.record().node())) {
      findings.add(rule(), met.location(), met.description());
    }
  }
}
