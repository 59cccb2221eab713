package org.pchat.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps one after the other on a thread of its own, while whoever puts them on prepares the
 * next. What waits is bounded by weight; a step that is heavier than all that waits alone.
 *
 * <p>The first step that fails is the last; {@link #put} and {@link #finish} throw what it threw.
 */
final class Conveyor implements Closeable {
  private static final int MOST = 1 << 18;
  private static final int PATIENCE_MILLIS = 100;

  private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
  private final Semaphore space = new Semaphore(MOST);
  private final Runnable end = this::end;
  private final Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile boolean stopped;

  /** A piece of work. */
  interface Step {
    void run() throws IOException;
  }

  Conveyor(String name) {
    thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Does nothing but mark the end. */
  private void end() {}

  private void work() {
    try {
      for (Runnable step = steps.take(); step != end; step = steps.take()) {
        step.run();
      }
    } catch (InterruptedException stop) {
      stopped = true;
    }
  }

  /**
   * Puts a step on, and waits while there is no room for it.
   *
   * @param weight about how many bytes wait with it
   */
  void put(Step step, int weight) throws IOException {
    int taken = Math.max(1, Math.min(weight, MOST));
    try {
      rethrow();
      while (!space.tryAcquire(taken, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        rethrow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    steps.add(
        () -> {
          runUnlessOver(step);
          space.release(taken);
        });
  }

  private void runUnlessOver(Step step) {
    if (stopped || failure != null) {
      return;
    }
    try {
      step.run();
    } catch (IOException | RuntimeException | Error thrown) {
      failure = thrown;
    }
  }

  private void rethrow() throws IOException {
    Throwable thrown = failure;
    if (thrown instanceof IOException io) {
      throw io;
    } else if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    } else if (thrown instanceof Error error) {
      throw error;
    }
  }

  /** Waits until every step was run. */
  void finish() throws IOException {
    steps.add(end);
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    rethrow();
  }

  /** Passes over what waits, and waits for the step that is being run. */
  @Override
  public void close() {
    stopped = true;
    steps.add(end);
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
