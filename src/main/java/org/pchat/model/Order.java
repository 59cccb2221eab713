package org.pchat.model;

/** In which order a source delivers records of a kind. */
public enum Order {
  /** Ascending by {@link Kind#order}; a record that breaks it is reported when it is met. */
  SORTED,
  /**
   * Messages only: each room's messages stand together and ascend by id; the rooms come in any
   * order.
   */
  GROUPED,
  /** As they happen to stand. */
  UNSORTED
}
