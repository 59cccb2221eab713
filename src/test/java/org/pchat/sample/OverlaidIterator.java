package org.pchat.sample;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records in order with changes applied.
 *
 * @param <T> the type of the records
 */
final class OverlaidIterator<T> implements Iterator<T> {
  private final Iterator<T> base;
  private final NavigableMap<T, Optional<T>> changes;
  private @Nullable T waiting;
  private @Nullable T next;

  /** Walks over both; {@code changes} is used up. */
  OverlaidIterator(Iterator<T> base, NavigableMap<T, Optional<T>> changes) {
    this.base = base;
    this.changes = changes;
    step();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public T next() {
    T result = next;
    if (result == null) {
      throw new NoSuchElementException();
    }
    step();
    return result;
  }

  private void step() {
    next = null;
    while (next == null) {
      if (waiting == null && base.hasNext()) {
        waiting = base.next();
      }
      if (waiting == null && changes.isEmpty()) {
        return;
      }
      next = smallest().orElse(null);
    }
  }

  /** Takes the smallest identity off; empty if it was removed. */
  private Optional<T> smallest() {
    T old = waiting;
    if (old == null || (!changes.isEmpty() && compare(changes.firstKey(), old) <= 0)) {
      var change = changes.pollFirstEntry();
      if (old != null && compare(change.getKey(), old) == 0) {
        waiting = null;
      }
      return change.getValue();
    }
    waiting = null;
    return Optional.of(old);
  }

  @SuppressWarnings("unchecked") // the map was made with an order of its own
  private int compare(T a, T b) {
    return ((Comparator<T>) changes.comparator()).compare(a, b);
  }
}
