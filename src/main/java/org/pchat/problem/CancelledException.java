package org.pchat.problem;

/** The user stopped the job. The command ends with exit code 130. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stops the job. */
  public CancelledException() {
    super("interrupted");
  }
}
