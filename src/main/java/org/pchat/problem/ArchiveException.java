package org.pchat.problem;

/**
 * A source cannot be read on: its content is damaged, hostile or not understood. The command ends
 * with exit code 4.
 */
public abstract sealed class ArchiveException extends RuntimeException
    permits MalformedArchiveException,
        UnsupportedArchiveException,
        AmbiguousArchiveException,
        LimitExceededException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ArchiveException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  ArchiveException(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** Returns what is wrong and where. */
  public final Problem problem() {
    return problem;
  }
}
