package org.pchat.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.ProblemCode;

/** Names are unique among the records of a kind, without regard to case. */
final class UniqueName<T> extends RecordRule<T> {
  private final Field<T> guid;
  private final Field<T> name;
  private final Map<String, Guid> names = new HashMap<>();

  UniqueName(ProblemCode code, Kind<T> kind) {
    super(Rule.of(code, Basis.PUBLISHED, "Nodes", kind, "guid", "name"));
    guid = Rule.field(kind, "guid");
    name = Rule.field(kind, "name");
  }

  /** Returns what two names have in common that the database takes for one. */
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  void check(Met<T> met, Findings findings) {
    if (guid.of(met.record()) instanceof Guid own
        && name.of(met.record()) instanceof String text
        && !text.isBlank()
        && !Pool.isRoot(met.record())) {
      Guid other = names.putIfAbsent(folded(text), own);
      if (other != null) {
        findings.add(rule(), met.location(), own, text, other);
      }
    }
  }
}
