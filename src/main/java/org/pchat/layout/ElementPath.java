package org.pchat.layout;

import java.util.List;

/**
 * The elements from the root of an entry down to a record: {@code /Export/Rooms/Room}. {@code *}
 * stands for any element, {@code //Category} for one at any depth.
 *
 * @param anywhere whether the first step may be at any depth, not only the root
 * @param steps the elements; at least one
 */
public record ElementPath(boolean anywhere, List<Step> steps) {
  /** Copies. */
  public ElementPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a path needs a step");
    }
  }
}
