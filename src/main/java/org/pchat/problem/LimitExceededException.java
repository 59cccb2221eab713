package org.pchat.problem;

/**
 * Reading on would go beyond a limit that protects the machine; the advice names the option that
 * raises it, if there is one.
 */
public final class LimitExceededException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  /** Stops reading because of {@code problem}. */
  public LimitExceededException(Problem problem) {
    super(problem);
  }
}
