package org.pchat.problem;

/**
 * The tool could go on but a safety rule forbids it, such as overwriting a file. The command ends
 * with exit code 6.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Refuses because of {@code problem}. */
  public RefusedException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Returns the rule and where it applied. */
  public Problem problem() {
    return problem;
  }
}
