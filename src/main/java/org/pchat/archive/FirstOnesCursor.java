package org.pchat.archive;

import java.util.Set;
import java.util.TreeSet;
import org.pchat.model.Kind;
import org.pchat.model.RecordCursor;

/**
 * Walks over each record once where a source repeats them, as a room with each of its
 * conversations. Holds one of each in memory, so it is for principals, rooms and the like.
 */
final class FirstOnesCursor<T> extends PassingCursor<T> {
  private final Set<T> seen;

  FirstOnesCursor(RecordCursor<T> all, Kind<T> kind) {
    super(all);
    this.seen = new TreeSet<>(kind.order());
  }

  @Override
  boolean passes(T record) {
    return seen.add(record);
  }
}
