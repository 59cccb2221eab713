package org.pchat.layout;

import org.jspecify.annotations.Nullable;

/** Values of elements that stand behind the records inside that need them. */
public interface LateValues {
  /** There are none. */
  LateValues NONE = (ordinal, owner, index) -> null;

  /**
   * Returns a value.
   *
   * @param ordinal the number of the element in its entry
   * @param owner what the element is to the layout
   * @param index the number of the value
   * @return null if the element has none
   */
  @Nullable String value(int ordinal, int owner, int index);
}
