package org.pchat.problem;

/**
 * A sound archive leaves open what its values mean, so that going on would be guessing. It ends the
 * whole job, not only the entry in which it shows.
 */
public final class AmbiguousArchiveException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  /** Stops reading because of {@code problem}, which names what would settle it. */
  public AmbiguousArchiveException(Problem problem) {
    super(problem);
  }
}
