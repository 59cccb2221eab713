package org.pchat.problem;

/** The bytes break the rules of their own format. */
public final class MalformedArchiveException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  /** Stops reading because of {@code problem}. */
  public MalformedArchiveException(Problem problem) {
    super(problem);
  }

  /** Stops reading because of {@code problem}, which a lower exception revealed. */
  public MalformedArchiveException(Problem problem, Throwable cause) {
    super(problem, cause);
  }
}
