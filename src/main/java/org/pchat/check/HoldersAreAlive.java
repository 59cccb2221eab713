package org.pchat.check;

import org.pchat.model.AccountState;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.problem.RuleProblem;

/** Deleted accounts hold no roles. */
final class HoldersAreAlive extends RecordRule<Role> {
  private final Pool pool;

  HoldersAreAlive(Pool pool) {
    super(
        Rule.of(
                RuleProblem.DELETED_HOLDER,
                Basis.INFERRED,
                "Rules of a sound pool",
                Kind.ROLE,
                "principal")
            .needing(Kind.PRINCIPAL, "disabled"));
    this.pool = pool;
  }

  @Override
  void check(Met<Role> met, Findings findings) {
    int holder = pool.principals().number(met.record().principal());
    if (holder >= 0
        && !pool.principals().isDoubtful(holder)
        && pool.principals().state(holder) == AccountState.DELETED) {
      findings.add(rule(), met.location(), met.description());
    }
  }
}
