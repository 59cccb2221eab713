package org.pchat.problem;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the problems that a job meets while it reads on.
 *
 * <p>Whether a job is strict or tolerant is decided here and nowhere else. Of all problems the
 * count is kept, of each severity the first ones themselves: a hostile archive cannot fill the
 * memory, and a thousand warnings cannot hide an error. A problem met again when a part is read
 * again counts once, as long as it was kept. Safe for use by several threads.
 */
public final class ProblemLog {
  /** How many problems are kept unless the caller says otherwise. */
  public static final int DEFAULT_CAP = 1_000;

  private final int cap;
  private final boolean strict;
  private final Set<Problem> kept = new LinkedHashSet<>();
  private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

  private ProblemLog(int cap, boolean strict) {
    this.cap = cap;
    this.strict = strict;
  }

  /** Returns a log that lets reading go on after any error. */
  public static ProblemLog tolerant() {
    return new ProblemLog(DEFAULT_CAP, false);
  }

  /** Returns a tolerant log that keeps at most {@code cap} problems of each severity. */
  public static ProblemLog tolerant(int cap) {
    return new ProblemLog(cap, false);
  }

  /** Returns a log that throws at the first error. */
  public static ProblemLog strict() {
    return new ProblemLog(DEFAULT_CAP, true);
  }

  /**
   * Adds a problem, unless the same one was kept before.
   *
   * @throws MalformedArchiveException if this log is strict and the problem is an error or worse
   */
  public synchronized void add(Problem problem) {
    if (strict && problem.severity().compareTo(Severity.ERROR) >= 0) {
      throw new MalformedArchiveException(problem);
    }
    if (kept.contains(problem)) {
      return;
    }
    long met = counts.merge(problem.severity(), 1L, Long::sum);
    if (met <= cap) {
      kept.add(problem);
    }
  }

  /** Returns the problems kept, in the order they were met. */
  public synchronized List<Problem> problems() {
    return List.copyOf(kept);
  }

  /** Returns how many problems of this severity were met, kept or not. */
  public synchronized long count(Severity severity) {
    return counts.getOrDefault(severity, 0L);
  }

  /** Returns how many problems were met but not kept. */
  public synchronized long dropped() {
    return counts.values().stream().mapToLong(Long::longValue).sum() - kept.size();
  }
}
