package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.problem.RuleProblem;

/** Creators are of categories, all other roles of rooms. */
final class RoleFitsNode extends RecordRule<Role> {
  private final Pool pool;

  RoleFitsNode(Pool pool) {
    super(
        Rule.of(
            RuleProblem.ROLE_MISPLACED, Basis.PUBLISHED, "Permissions", Kind.ROLE, "node", "role"));
    this.pool = pool;
  }

  @Override
  void check(Met<Role> met, Findings findings) {
    Role role = met.record();
    boolean creator = role.role() == RoleType.CREATOR;
    if (pool.rooms().containsKey(role.node()) && creator) {
      findings.add(rule(), met.location(), met.description(), "room");
    } else if (pool.category(role.node()) != null && !pool.isRoot(role.node()) && !creator) {
      findings.add(rule(), met.location(), met.description(), "category");
    }
  }
}
