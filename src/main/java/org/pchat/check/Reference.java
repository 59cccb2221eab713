package org.pchat.check;

import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.ReferenceProblem;

/** A field that names another record names one that is there. */
final class Reference<T> extends RecordRule<T> {
  private final Field<T> field;
  private final Target target;
  private final Pool pool;

  Reference(Kind<T> kind, String field, Target target, Pool pool, String section) {
    super(Rule.of(target.missing(), Basis.PUBLISHED, section, kind, field));
    this.field = Rule.field(kind, field);
    this.target = target;
    this.pool = pool;
  }

  @Override
  void check(Met<T> met, Findings findings) {
    if (!(field.of(met.record()) instanceof Guid guid)
        || target.isMet(guid, pool)
        || !target.isKnownToLack(guid, pool)) {
      return;
    }
    switch (target.absence(guid, pool)) {
      case UNEXPLAINED ->
          findings.add(rule(), met.location(), field.name(), met.description(), guid);
      case MISSING_AT_SOURCE ->
          findings.add(
              rule(),
              ReferenceProblem.DECLARED_MISSING,
              met.location(),
              field.name(),
              met.description(),
              guid);
      case EXPECTED_OF_TARGET -> {}
    }
  }
}
