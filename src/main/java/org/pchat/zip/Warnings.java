package org.pchat.zip;

import java.util.EnumMap;
import java.util.Map;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.ZipProblem;

/**
 * Gathers warnings that, where they hold for one entry, tend to hold for thousands, so that each is
 * told once: with the first entry and a count.
 */
final class Warnings {
  private final Map<ZipProblem, Repeated> noted = new EnumMap<>(ZipProblem.class);
  private final Faults faults;

  private record Repeated(String first, long count) {
    Repeated andAnother() {
      return new Repeated(first, count + 1);
    }
  }

  Warnings(Faults faults) {
    this.faults = faults;
  }

  void note(ZipProblem code, String entry) {
    noted.merge(code, new Repeated(entry, 1), (before, now) -> before.andAnother());
  }

  void report(ProblemLog problems) {
    noted.forEach((code, what) -> problems.add(faults.problem(what.first(), code, what.count())));
  }
}
