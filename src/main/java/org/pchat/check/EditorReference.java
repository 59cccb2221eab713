package org.pchat.check;

import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.ReferenceProblem;

/**
 * Whoever added or last changed a record is there. Such references may dangle in a sound pool, as
 * we infer, so each missing principal is told of once.
 */
final class EditorReference<T> extends RecordRule<T> {
  private final Field<T> field;
  private final Editors editors;

  EditorReference(Kind<T> kind, String field, Editors editors, String section) {
    super(Rule.of(ReferenceProblem.NO_EDITOR, Basis.INFERRED, section, kind, field));
    this.field = Rule.field(kind, field);
    this.editors = editors;
  }

  @Override
  void check(Met<T> met, Findings findings) {
    if (field.of(met.record()) instanceof Guid guid) {
      editors.note(guid, rule(), field.name(), met);
    }
  }

  @Override
  void end(Findings findings) {
    editors.settle(findings);
  }
}
