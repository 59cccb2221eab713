package org.pchat.problem;

/**
 * The bytes may be sound but are of a kind that this tool does not read: encrypted, another
 * product's, another method.
 */
public final class UnsupportedArchiveException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  /** Stops reading because of {@code problem}. */
  public UnsupportedArchiveException(Problem problem) {
    super(problem);
  }
}
