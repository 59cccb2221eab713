package org.pchat.check;

import org.pchat.model.Category;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.problem.RuleProblem;

/** Whoever has a role is among those whom the scopes of the category allow and do not deny. */
final class RolesInScope extends RecordRule<Role> {
  private final Pool pool;
  private final UncertainScopes uncertain;

  RolesInScope(Pool pool, UncertainScopes uncertain) {
    super(
        Rule.of(
                RuleProblem.OUTSIDE_SCOPE,
                Basis.PUBLISHED,
                "Permissions",
                Kind.ROLE,
                "node",
                "principal")
            .needing(Kind.SCOPE, "node", "principal", "access")
            .needing(Kind.PRINCIPAL, "type", "adPath"));
    this.pool = pool;
    this.uncertain = uncertain;
  }

  @Override
  void check(Met<Role> met, Findings findings) {
    Role role = met.record();
    Category category = pool.categoryOf(role.node());
    if (category == null || category.isRoot()) {
      return;
    }
    switch (pool.scopes().admission(category.guid(), role.principal())) {
      case OUTSIDE -> findings.add(rule(), met.location(), met.description(), category.guid());
      case UNCERTAIN -> uncertain.count(category.guid());
      case INSIDE, UNKNOWN -> {}
    }
  }
}
