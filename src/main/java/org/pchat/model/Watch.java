package org.pchat.model;

import org.pchat.problem.CancelledException;

/**
 * Lets a caller stop a job and follow its progress. Sources call it from whatever thread reads;
 * implementations are thread-safe.
 */
public interface Watch {
  /** Watches nothing. */
  Watch NONE =
      new Watch() {
        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public void read(long bytes) {}
      };

  /** Returns whether the job should stop. */
  boolean cancelled();

  /**
   * Notes that so many more bytes of the source were read, as they stand on the disk (compressed).
   */
  void read(long bytes);

  /**
   * Stops the job if the caller wishes so.
   *
   * @throws CancelledException then
   */
  default void check() {
    if (cancelled()) {
      throw new CancelledException();
    }
  }
}
