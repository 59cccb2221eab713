package org.pchat.store;

import org.pchat.problem.Problem;

/** A store is not there, or not free. The command ends with an exit code of its own. */
public abstract sealed class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  StoreException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Returns what is in the way. */
  public Problem problem() {
    return problem;
  }

  /** There is no store where one was named. */
  public static final class NoStore extends StoreException {
    private static final long serialVersionUID = 1L;

    NoStore(Problem problem) {
      super(problem);
    }
  }

  /** Somebody else writes to the store. */
  public static final class Locked extends StoreException {
    private static final long serialVersionUID = 1L;

    Locked(Problem problem) {
      super(problem);
    }
  }

  /** The store has no such snapshot, or several. */
  public static final class NoSnapshot extends StoreException {
    private static final long serialVersionUID = 1L;

    NoSnapshot(Problem problem) {
      super(problem);
    }
  }
}
