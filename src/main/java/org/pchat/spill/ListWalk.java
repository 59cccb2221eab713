package org.pchat.spill;

import java.util.List;

/** Walks over a list. */
final class ListWalk<T> implements SortedWalk<T> {
  private final List<T> records;
  private int next;

  ListWalk(List<T> records) {
    this.records = records;
  }

  @Override
  public boolean advance() {
    next = Math.min(next + 1, records.size() + 1);
    return next <= records.size();
  }

  @Override
  public T record() {
    if (next == 0 || next > records.size()) {
      throw new IllegalStateException("there is no record here");
    }
    return records.get(next - 1);
  }

  @Override
  public void close() {}
}
