package org.pchat.layout;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the elements and attributes that a layout does not know, by name; of hostile archives only
 * the first names.
 */
public final class UnknownNames {
  private static final int CAP = 1_000;

  private final Map<String, Long> counts = new TreeMap<>();

  /** Counts one more of {@code name}. */
  public synchronized void count(String name) {
    if (counts.size() < CAP || counts.containsKey(name)) {
      counts.merge(name, 1L, Long::sum);
    }
  }

  /** Returns the counts so far. */
  public synchronized Map<String, Long> counts() {
    return Map.copyOf(counts);
  }
}
