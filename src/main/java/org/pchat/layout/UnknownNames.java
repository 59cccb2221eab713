package org.pchat.layout;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what a layout does not know, and the events that it knows and the model has no place for,
 * by name; of hostile archives only the first names.
 */
public final class UnknownNames {
  private static final int CAP = 1_000;

  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Long> events = new TreeMap<>();

  /** Counts one more of {@code name}. */
  public void count(String name) {
    count(name, 1);
  }

  /** Counts so many more of {@code name}. */
  public synchronized void count(String name, long times) {
    count(counts, name, times);
  }

  /** Counts one more event of that name. */
  public synchronized void countEvent(String name) {
    count(events, name, 1);
  }

  private static void count(Map<String, Long> counts, String name, long times) {
    if (counts.size() < CAP || counts.containsKey(name)) {
      counts.merge(name, times, Long::sum);
    }
  }

  /** Counts all that another one counted. */
  public void addAll(UnknownNames other) {
    other.counts().forEach(this::count);
  }

  /** Returns the counts of events so far. */
  public synchronized Map<String, Long> events() {
    return Map.copyOf(events);
  }

  /** Returns the counts of unknown names so far. */
  public synchronized Map<String, Long> counts() {
    return Map.copyOf(counts);
  }
}
