package org.pchat.select;

import java.io.IOException;
import java.util.function.Predicate;
import org.pchat.model.ForwardingCursor;
import org.pchat.model.RecordCursor;

/** Walks over those records of another walk that pass a test, up to a number of them. */
final class FilteredCursor<T> extends ForwardingCursor<T> {
  private final Predicate<T> wanted;
  private long left;
  private boolean here;

  FilteredCursor(RecordCursor<T> records, Predicate<T> wanted) {
    this(records, wanted, Long.MAX_VALUE);
  }

  FilteredCursor(RecordCursor<T> records, Predicate<T> wanted, long atMost) {
    super(records);
    this.wanted = wanted;
    this.left = atMost;
  }

  @Override
  public boolean advance() throws IOException {
    here = false;
    while (!here && left > 0 && super.advance()) {
      here = wanted.test(super.record());
    }
    left -= here ? 1 : 0;
    return here;
  }

  @Override
  public T record() {
    if (!here) {
      throw new IllegalStateException("there is no record here");
    }
    return super.record();
  }
}
