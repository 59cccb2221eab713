package org.pchat.check;

import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.Ticks;
import org.pchat.problem.RuleProblem;

/** Records are added before they are updated. */
final class UpdatedAfterAdded<T> extends RecordRule<T> {
  private final Field<T> added;
  private final Field<T> updated;

  UpdatedAfterAdded(Kind<T> kind) {
    super(
        Rule.of(
            RuleProblem.UPDATED_BEFORE_ADDED,
            Basis.INFERRED,
            "Times",
            kind,
            "addedOn",
            "updatedOn"));
    this.added = Rule.field(kind, "addedOn");
    this.updated = Rule.field(kind, "updatedOn");
  }

  @Override
  void check(Met<T> met, Findings findings) {
    if (added.of(met.record()) instanceof Ticks first
        && updated.of(met.record()) instanceof Ticks second
        && PlausibleTime.isPlausible(first)
        && PlausibleTime.isPlausible(second)
        && second.compareTo(first) < 0) {
      findings.add(rule(), met.location(), met.description(), second, first);
    }
  }
}
