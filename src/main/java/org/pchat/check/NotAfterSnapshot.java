package org.pchat.check;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Ticks;
import org.pchat.problem.RuleProblem;

/**
 * Nothing happened after the snapshot was taken; of messages told once for each room. A day of
 * grace covers zones that nobody states and clocks that differ.
 */
final class NotAfterSnapshot<T> extends RecordRule<T> {
  private static final long DAY = 24L * 60 * 60 * 10_000_000;

  private final Field<T> field;
  private final @Nullable Ticks latest;
  private final Set<Guid> told = new HashSet<>();

  NotAfterSnapshot(Kind<T> kind, String field, Pool pool) {
    super(Rule.of(RuleProblem.LATER_THAN_SNAPSHOT, Basis.INFERRED, "Times", kind, field));
    this.field = Rule.field(kind, field);
    Ticks taken = pool.coverage().snapshotTime();
    latest = taken == null || !taken.hasIso() ? null : new Ticks(taken.value() + DAY);
  }

  @Override
  void check(Met<T> met, Findings findings) {
    Object value = field.of(met.record());
    if (value != null
        && isLate(value)
        && (!(met.record() instanceof Message message) || told.add(message.room()))) {
      findings.add(rule(), met.location(), field.name(), met.description(), Field.spell(value));
    }
  }

  private boolean isLate(Object value) {
    Ticks time = value instanceof LocalDateTime local ? ticks(local) : (Ticks) value;
    return latest != null && PlausibleTime.isPlausible(time) && time.compareTo(latest) > 0;
  }

  private static Ticks ticks(LocalDateTime time) {
    return Ticks.of(time.toInstant(ZoneOffset.UTC));
  }
}
