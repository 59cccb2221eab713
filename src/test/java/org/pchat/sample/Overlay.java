package org.pchat.sample;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.pchat.model.Kind;

/**
 * What was changed since a snapshot: for each record put or removed, by identity, how it stands
 * now. Laid over a stream of the snapshot's records it yields those of the later snapshot, in
 * order.
 */
final class Overlay {
  private final Map<Kind<?>, NavigableMap<?, ?>> changes = new HashMap<>();

  /** Adds a record, or replaces the one of the same identity. */
  <T> void put(Kind<T> kind, T record) {
    of(kind).put(record, Optional.of(record));
  }

  /** Removes the record of this identity. */
  <T> void remove(Kind<T> kind, T record) {
    of(kind).put(record, Optional.empty());
  }

  /** Returns {@code base} with the changes to those records that {@code which} holds. */
  <T> Iterator<T> over(Kind<T> kind, Iterator<T> base, Predicate<T> which) {
    var relevant = new TreeMap<T, Optional<T>>(kind.order());
    of(kind)
        .forEach(
            (identity, now) -> {
              if (which.test(identity)) {
                relevant.put(identity, now);
              }
            });
    return new OverlaidIterator<>(base, relevant);
  }

  @SuppressWarnings("unchecked") // only this method puts maps in
  private <T> NavigableMap<T, Optional<T>> of(Kind<T> kind) {
    return (NavigableMap<T, Optional<T>>)
        changes.computeIfAbsent(kind, k -> new TreeMap<T, Optional<T>>(kind.order()));
  }
}
