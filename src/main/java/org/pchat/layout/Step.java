package org.pchat.layout;

import org.jspecify.annotations.Nullable;

/**
 * One element on a path.
 *
 * @param name its name
 * @param test an attribute that it must have, as in {@code field[@name='nodeID']}; null for none
 */
public record Step(ElementName name, @Nullable Test test) {
  /** Returns a step to an element of that name. */
  public static Step to(ElementName name) {
    return new Step(name, null);
  }

  /**
   * An attribute with a certain value.
   *
   * @param attribute the attribute
   * @param value its value, exactly
   */
  public record Test(ElementName attribute, String value) {}
}
