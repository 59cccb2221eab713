package org.pchat.check;

import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.problem.RuleProblem;

/** A text is no longer than its column, in UTF-16 units as SQL Server counts them. */
final class Length<T> extends RecordRule<T> {
  private final Field<T> field;
  private final int most;

  Length(Kind<T> kind, String field, int most, String section) {
    super(Rule.of(RuleProblem.TOO_LONG, Basis.PUBLISHED, section, kind, field));
    this.field = Rule.field(kind, field);
    this.most = most;
  }

  @Override
  void check(Met<T> met, Findings findings) {
    if (field.of(met.record()) instanceof String text && text.length() > most) {
      findings.add(
          rule(),
          met.location(),
          field.name(),
          met.description(),
          text.length() + ", and " + most + " is the limit");
    }
  }
}
