package org.pchat.layout;

/** Where a value is found while an entry is read; a {@link Place} made quick. */
sealed interface Source {
  /**
   * In what was kept of an element.
   *
   * @param up how many elements above the record it is
   * @param owner the number of the element's part in the program
   * @param index the value's number among those of the owner
   * @param mayBeLate whether it may stand behind the record
   */
  record Kept(int up, int owner, int index, boolean mayBeLate) implements Source {}

  /** In the entry's name. */
  record Part(String name) implements Source {}

  /** Nowhere. */
  record Fixed(String value) implements Source {}
}
