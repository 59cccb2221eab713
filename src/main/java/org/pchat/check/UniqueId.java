package org.pchat.check;

import java.util.HashSet;
import java.util.Set;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.problem.ProblemCode;

/** No two principals have one database id, and no two nodes. */
final class UniqueId<T> extends RecordRule<T> {
  private final Field<T> id;
  private final Set<Object> ids;

  /** Makes the rule; categories and rooms share their ids. */
  UniqueId(ProblemCode code, Kind<T> kind, Set<Object> ids) {
    super(Rule.of(code, Basis.PUBLISHED, "Identity", kind, "id"));
    this.id = Rule.field(kind, "id");
    this.ids = ids;
  }

  static Set<Object> none() {
    return new HashSet<>();
  }

  @Override
  void check(Met<T> met, Findings findings) {
    Object number = id.of(met.record());
    if (number != null && !ids.add(number)) {
      findings.add(rule(), met.location(), met.description(), number);
    }
  }
}
