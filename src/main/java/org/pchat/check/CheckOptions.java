package org.pchat.check;

import org.pchat.spill.SortSpace;

/**
 * How a snapshot is to be checked.
 *
 * @param strict whether broken rules are errors instead of warnings; those that are deductions of
 *     ours stay warnings
 * @param space where records may be sorted that do not stand in order
 */
public record CheckOptions(boolean strict, SortSpace space) {
  /** Returns a tolerant check. */
  public static CheckOptions defaults() {
    return new CheckOptions(false, SortSpace.defaults());
  }

  /** Returns the same, strict or tolerant. */
  public CheckOptions withStrict(boolean newStrict) {
    return new CheckOptions(newStrict, space);
  }
}
