package org.pchat.infer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.ValueSpelling;
import org.pchat.layout.ValueSpelling.Unit;

/** Weighs whether a column of a candidate is a time, and finds how it is spelled. */
final class TimeEvidence {
  private static final double NEARLY_ALL = 0.98;

  private final Candidate candidate;
  private final Targets targets;

  TimeEvidence(Candidate candidate, Targets targets) {
    this.candidate = candidate;
    this.targets = targets;
  }

  /** Returns what speaks for a column as a time; nothing if it is none. */
  Optional<Edge> of(FieldSpec spec, Column column, double name) {
    Profile p = column.profile();
    double shape = 1;
    if (spec.field().equals("sent")) {
      boolean full = candidate.isFull(column);
      shape = (full ? 2 : 0) + (full && isOnlyTime(column) ? 2.5 : 0);
    }
    Unit unit = unit(p, name > 0 || p.ascent().share() > 0.6);
    if (unit != null) {
      ValueSpelling spelling =
          unit == Unit.ISO ? ValueSpelling.PLAIN : new ValueSpelling.Time(unit, null, null);
      return Optional.of(new Edge(spec, column, name, shape, spelling, null, null));
    }
    if (p.share(Shape.ISO_LOCAL) + p.share(Shape.ISO_ZONED) > NEARLY_ALL) {
      return Optional.of(local(spec, column, name, shape));
    }
    return p.share(Shape.OTHER_DATE) > NEARLY_ALL
        ? Optional.of(new Edge(spec, column, name, shape, null, null, Edge.Doubt.STRANGE_DATES))
        : Optional.empty();
  }

  private Edge local(FieldSpec spec, Column column, double name, double shape) {
    return targets.zoneIsKnown()
        ? new Edge(spec, column, name, shape, ValueSpelling.PLAIN, null, null)
        : new Edge(spec, column, name, shape, null, null, Edge.Doubt.NO_ZONE);
  }

  private static @Nullable Unit unit(Profile p, boolean numbersMayBeTimes) {
    if (p.share(Shape.TICKS) > NEARLY_ALL && p.all(Shape.INTEGER)) {
      return Unit.TICKS;
    }
    if (p.share(Shape.ISO_ZONED) > 0.5
        && p.having(Shape.ISO_ZONED) + p.having(Shape.INTEGER) == p.count()) {
      return Unit.ISO;
    }
    if (numbersMayBeTimes && p.share(Shape.UNIX_SECONDS) > NEARLY_ALL) {
      return Unit.UNIX_SECONDS;
    }
    return numbersMayBeTimes && p.share(Shape.UNIX_MILLIS) > NEARLY_ALL
        ? Unit.UNIX_MILLISECONDS
        : null;
  }

  /** Returns whether values are times in any form, read or not. */
  static boolean isTime(Profile p) {
    return unit(p, true) != null
        || p.share(Shape.ISO_LOCAL) > NEARLY_ALL
        || p.share(Shape.OTHER_DATE) > NEARLY_ALL;
  }

  private boolean isOnlyTime(Column column) {
    return candidate.own().stream()
        .noneMatch(other -> !other.equals(column) && isTime(other.profile()));
  }
}
