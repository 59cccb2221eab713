package org.pchat.select;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/**
 * What one pattern of a selection turned out to mean.
 *
 * @param subject what was looked for
 * @param pattern what the user typed
 * @param count how many it matched; at least one
 * @param hits the first of them, at most {@value #NAMED}
 */
public record Resolution(Subject subject, String pattern, long count, List<Hit> hits) {
  /** How many hits are named. */
  public static final int NAMED = 50;

  /**
   * One thing that a pattern matched.
   *
   * @param guid its identity; null for an author who is no principal
   * @param label its name
   */
  public record Hit(@Nullable Guid guid, String label) {}

  /** Copies the hits. */
  public Resolution {
    hits = List.copyOf(hits);
  }
}
