package org.pchat.diff;

/** A source broke the order that it promises, so that it has to be sorted first. */
final class DisorderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean before;

  DisorderException(boolean before) {
    super("records do not ascend", null, false, false);
    this.before = before;
  }

  /** Returns whether it was the earlier snapshot. */
  boolean isBefore() {
    return before;
  }
}
