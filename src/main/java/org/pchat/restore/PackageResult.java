package org.pchat.restore;

import java.util.List;
import java.util.Map;
import org.pchat.model.Kind;
import org.pchat.problem.Problem;

/**
 * A package that was written.
 *
 * @param verdict what to expect of its import, as far as source and target tell; a rehearsal tells
 *     more
 * @param counts how many records of each kind it holds
 * @param overwrites what goes in although nobody asked for it, because others stand inside it; an
 *     import may write it over what the target has
 * @param conflicts what stands against an import
 * @param missing what it refers to and does not hold, in sentences
 * @param assumptions what was taken for granted, in sentences
 * @param repairs what an import is known to lose
 */
public record PackageResult(
    Verdict verdict,
    Map<Kind<?>, Long> counts,
    List<String> overwrites,
    List<Problem> conflicts,
    List<String> missing,
    List<String> assumptions,
    Repairs repairs) {
  /** Copies. */
  public PackageResult {
    counts = Map.copyOf(counts);
    overwrites = List.copyOf(overwrites);
    conflicts = List.copyOf(conflicts);
    missing = List.copyOf(missing);
    assumptions = List.copyOf(assumptions);
  }

  /** Returns how many records of a kind it holds. */
  public long count(Kind<?> kind) {
    return counts.getOrDefault(kind, 0L);
  }
}
