package org.pchat.spill;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Merges sorted walks into one; equal records come in the order of their walks. */
final class Merge<T> implements SortedWalk<T> {
  private final PriorityQueue<Lane<T>> lanes;
  private final Closeable resources;
  private @Nullable Lane<T> current;

  private record Lane<T>(SortedWalk<T> walk, int number) {}

  /** Closes {@code resources} when closed itself. */
  Merge(List<? extends SortedWalk<T>> walks, Comparator<? super T> order, Closeable resources)
      throws IOException {
    this.resources = resources;
    Comparator<Lane<T>> byRecord = (a, b) -> order.compare(a.walk.record(), b.walk.record());
    lanes = new PriorityQueue<>(byRecord.thenComparingInt(Lane::number));
    for (SortedWalk<T> walk : walks) {
      if (walk.advance()) {
        lanes.add(new Lane<>(walk, lanes.size()));
      }
    }
  }

  @Override
  public boolean advance() throws IOException {
    if (current != null && current.walk.advance()) {
      lanes.add(current);
    }
    current = lanes.poll();
    return current != null;
  }

  @Override
  public T record() {
    if (current == null) {
      throw new IllegalStateException("there is no record here");
    }
    return current.walk.record();
  }

  @Override
  public void close() throws IOException {
    resources.close();
  }
}
