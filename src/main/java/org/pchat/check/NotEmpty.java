package org.pchat.check;

import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.problem.RuleProblem;

/** What tells a record from others for people says something. */
final class NotEmpty<T> extends RecordRule<T> {
  private final Field<T> field;

  NotEmpty(Kind<T> kind, String field, String section) {
    super(Rule.of(RuleProblem.EMPTY, Basis.INFERRED, section, kind, field));
    this.field = Rule.field(kind, field);
  }

  @Override
  void check(Met<T> met, Findings findings) {
    if (field.of(met.record()) instanceof String text
        && text.isBlank()
        && !Pool.isRoot(met.record())) {
      findings.add(rule(), met.location(), field.name(), met.description());
    }
  }
}
