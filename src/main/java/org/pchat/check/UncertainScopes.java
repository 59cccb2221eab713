package org.pchat.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.problem.RuleProblem;

/**
 * Whether scopes admit the holders of roles can be told from the snapshot; told once for each
 * category. No fault of the pool, only of what a snapshot says.
 */
final class UncertainScopes extends RecordRule<Role> {
  private final Pool pool;
  private final Map<Guid, Long> counts = new LinkedHashMap<>();

  UncertainScopes(Pool pool) {
    super(
        Rule.of(
            RuleProblem.UNCERTAIN_SCOPE,
            Basis.INFERRED,
            "Permissions",
            Kind.ROLE,
            "node",
            "principal"));
    this.pool = pool;
  }

  @Override
  void check(Met<Role> met, Findings findings) {}

  /** Counts a role of which it cannot be told. */
  void count(Guid category) {
    counts.merge(category, 1L, Long::sum);
  }

  @Override
  void end(Findings findings) {
    counts.forEach(
        (category, count) -> {
          Met<?> met = pool.categories().get(category);
          if (met != null) {
            findings.add(rule(), met.location(), count, category);
          }
        });
  }
}
