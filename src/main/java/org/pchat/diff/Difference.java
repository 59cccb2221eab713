package org.pchat.diff;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.Kind;

/**
 * One record that differs.
 *
 * @param <T> the type of the records
 * @param kind the kind of record
 * @param change what became of it
 * @param acts by which acts, in the order of {@link Act}; at least one
 * @param before the record in the earlier snapshot; null where it is not there
 * @param after the record in the later snapshot; null where it is not there. With matching by name
 *     its GUIDs are those of the earlier snapshot
 * @param fields which fields differ, in their order; empty unless both records are there
 * @param continues whether it is a message that stood directly behind the one told before and met
 *     with the same act; {@link RunFold} makes runs of these
 */
public record Difference<T>(
    Kind<T> kind,
    Change change,
    Set<Act> acts,
    @Nullable T before,
    @Nullable T after,
    List<Field<T>> fields,
    boolean continues) {
  /** Returns the record as it stood last. */
  public T record() {
    return Objects.requireNonNull(after == null ? before : after);
  }

  /** Returns whether one of the acts is beyond all published cmdlets. */
  public boolean isBeyondCmdlets() {
    return acts.stream().anyMatch(Act::isBeyondCmdlets);
  }
}
