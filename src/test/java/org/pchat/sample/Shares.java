package org.pchat.sample;

import java.util.function.IntToLongFunction;

/** Divides a total among rooms by weight, so that the parts add up to it exactly. */
final class Shares {
  private final long[] heaped;

  Shares(int count, IntToLongFunction weight) {
    heaped = new long[count + 1];
    for (int i = 0; i < count; i++) {
      heaped[i + 1] = heaped[i] + weight.applyAsLong(i);
    }
  }

  /** Returns the part of {@code total} for number {@code index}. */
  long of(long total, int index) {
    return upTo(total, index + 1) - upTo(total, index);
  }

  /** Returns the sum of the parts before number {@code index}. */
  long upTo(long total, int index) {
    long all = heaped[heaped.length - 1];
    return all == 0 ? 0 : Math.multiplyExact(total, heaped[index]) / all;
  }
}
