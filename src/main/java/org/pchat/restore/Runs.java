package org.pchat.restore;

import java.util.Arrays;

/**
 * Which messages of one room are meant: runs of numbers. In a run is every message of the source
 * between its first and last number.
 *
 * <p><b>Memory.</b> 24 bytes a run.
 */
final class Runs {
  private long[] firsts = new long[4];
  private long[] lasts = new long[4];
  private long[] counts = new long[4];
  private int size;
  private long messages;

  /** Adds a message behind all that were added before. */
  void add(long id, boolean continues) {
    if (!continues || size == 0) {
      if (size == firsts.length) {
        firsts = Arrays.copyOf(firsts, size * 2);
        lasts = Arrays.copyOf(lasts, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
      }
      firsts[size] = id;
      counts[size] = 0;
      size++;
    }
    lasts[size - 1] = id;
    counts[size - 1]++;
    messages++;
  }

  /** Returns the place of the run that holds a number, or -1. */
  private int find(long id) {
    int at = Arrays.binarySearch(firsts, 0, size, id);
    int run = at >= 0 ? at : -at - 2;
    return run >= 0 && id <= lasts[run] ? run : -1;
  }

  boolean contains(long id) {
    return find(id) >= 0;
  }

  /** Returns how many runs there are. */
  int size() {
    return size;
  }

  long first(int run) {
    return firsts[run];
  }

  long last(int run) {
    return lasts[run];
  }

  /** Returns how many messages a run holds. */
  long count(int run) {
    return counts[run];
  }

  /** Returns how many messages all runs hold. */
  long messages() {
    return messages;
  }
}
