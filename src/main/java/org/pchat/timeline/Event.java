package org.pchat.timeline;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.model.Kind;

/**
 * Something that happened to one record between two snapshots.
 *
 * @param <T> the type of the record
 * @param kind the kind of record
 * @param change what became of it; unknown where no earlier snapshot could have had it
 * @param acts by which acts
 * @param before the record in the snapshot {@code from}; null where it was not there
 * @param after the record in the snapshot {@code until}; null where it was not there
 * @param from the number of the last snapshot before
 * @param until the number of the first snapshot after
 */
public record Event<T>(
    Kind<T> kind,
    Change change,
    Set<Act> acts,
    @Nullable T before,
    @Nullable T after,
    int from,
    int until) {
  /** Returns the record as it was seen last. */
  public T record() {
    return Objects.requireNonNull(after == null ? before : after);
  }

  Event<T> by(Act act) {
    return new Event<>(kind, change, Set.of(act), before, after, from, until);
  }
}
