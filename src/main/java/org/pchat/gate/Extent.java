package org.pchat.gate;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Level;
import org.pchat.model.Ticks;

/**
 * How much of its pool a snapshot was meant to hold.
 *
 * @param level the level
 * @param scope the categories it is restricted to; empty for the whole pool
 * @param startDate older messages were left out; null when none were
 */
public record Extent(Level level, Set<Guid> scope, @Nullable Ticks startDate) {
  /** Copies the scope. */
  public Extent {
    scope = Set.copyOf(scope);
  }

  /** Returns what a source says of itself. */
  public static Extent of(Coverage coverage) {
    return new Extent(coverage.level(), coverage.scope(), coverage.startDate());
  }

  /** Returns whether it reaches at least as far into the categories as another. */
  boolean coversScope(Extent other) {
    return scope.isEmpty() || (!other.scope.isEmpty() && scope.containsAll(other.scope));
  }

  /** Returns whether it reaches at least as far back as another. */
  boolean coversStart(Extent other) {
    return startDate == null
        || (other.startDate != null && startDate.compareTo(other.startDate) <= 0);
  }
}
