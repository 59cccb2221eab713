package org.pchat.check;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Ticks;
import org.pchat.problem.RuleProblem;

/** Times are of the years of Persistent Chat and its forebears; told once for each room. */
final class PlausibleTime<T> extends RecordRule<T> {
  private static final Ticks FIRST = Ticks.of(Instant.parse("1990-01-01T00:00:00Z"));

  private final Field<T> field;
  private final Set<Guid> told = new HashSet<>();

  PlausibleTime(Kind<T> kind, String field) {
    super(Rule.of(RuleProblem.IMPLAUSIBLE_TIME, Basis.INFERRED, "Times", kind, field));
    this.field = Rule.field(kind, field);
  }

  static boolean isPlausible(Ticks time) {
    return time.hasIso() && time.compareTo(FIRST) >= 0;
  }

  @Override
  void check(Met<T> met, Findings findings) {
    if (field.of(met.record()) instanceof Ticks time
        && !isPlausible(time)
        && (!(met.record() instanceof Message message) || told.add(message.room()))) {
      findings.add(rule(), met.location(), field.name(), met.description(), time);
    }
  }
}
