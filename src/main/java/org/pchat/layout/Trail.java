package org.pchat.layout;

import java.util.List;

/**
 * A way through the elements of an entry, and what is to be done at its end.
 *
 * @param anywhere whether it may begin at any element, not only at the root
 * @param steps the elements; none, with {@code anywhere}, is every element
 * @param end what to do
 */
record Trail(boolean anywhere, List<Step> steps, End end) {
  Trail {
    steps = List.copyOf(steps);
  }

  /** What the end of a trail means. */
  sealed interface End {
    /** A target stands here. */
    record Found(Target target) implements End {}

    /** Values are to be kept for this element. */
    record Owner(int number, int size) implements End {}

    /** The element's text is a value. */
    record Text(Capture capture) implements End {}

    /** An attribute is a value. */
    record Attribute(ElementName name, Capture capture) implements End {}
  }

  /**
   * A value to be kept.
   *
   * @param owner the number of the owner
   * @param index the value's number among those of the owner
   * @param steps how far the owner is above
   */
  record Capture(int owner, int index, int steps) {}
}
