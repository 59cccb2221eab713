package org.pchat.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pchat.zip.PendingFile;

/**
 * Ctrl-C: asks the job to stop, gives it a moment to clean up, and removes what it left.
 *
 * <p>The Java machine itself ends with 130 after an interrupt; the hook only makes the end an
 * orderly one.
 */
final class Interrupts {
  private static final long PATIENCE_SECONDS = 3;

  private Interrupts() {}

  /**
   * Begins to watch.
   *
   * @param cancelled is set when the user interrupts
   * @param err where to say so when the job cannot
   * @return to be counted down when the run is over
   */
  static CountDownLatch watch(AtomicBoolean cancelled, PrintStream err) {
    var finished = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(cancelled, finished, err), "interrupt"));
    return finished;
  }

  private static void stop(AtomicBoolean cancelled, CountDownLatch finished, PrintStream err) {
    cancelled.set(true);
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        // The job hangs in a read or write that nobody answers; it will not say anything any more.
        PendingFile.removeAllPending();
        err.println("pchat: interrupted");
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
