package org.pchat.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Watch;

/**
 * Follows a job: stops it when the user wishes, and shows a bar on stderr once it has taken more
 * than a second.
 */
final class Progress implements Watch {
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private final AtomicBoolean cancelled;
  private final boolean visible;
  private final OutputStream err;
  private final int columns;
  private final long start = System.nanoTime();
  private final AtomicLong done = new AtomicLong();
  private long total;
  private @Nullable ProgressBar bar;
  private boolean ended;

  /**
   * Follows one job.
   *
   * @param cancelled becomes true when the user wants it to stop
   * @param visible whether a bar may be shown
   */
  Progress(AtomicBoolean cancelled, boolean visible, Terminal terminal) {
    this.cancelled = cancelled;
    this.visible = visible;
    this.err = terminal.err();
    this.columns = terminal.columns();
  }

  /** Says how many bytes there are to read; until then no bar is shown. */
  synchronized void expect(long bytes) {
    total = bytes;
  }

  @Override
  public boolean cancelled() {
    return cancelled.get();
  }

  @Override
  public void read(long bytes) {
    long sum = done.addAndGet(bytes);
    if (visible) {
      show(sum);
    }
  }

  private synchronized void show(long sum) {
    if (bar == null && !ended && total > 0 && System.nanoTime() - start > PATIENCE_NANOS) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("reading")
              .setInitialMax(total)
              .setUnit(" MB", 1_000_000)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .clearDisplayOnFinish()
              .setConsumer(
                  new ConsoleProgressBarConsumer(
                      new PrintStream(err, true, StandardCharsets.UTF_8), columns))
              .build();
    }
    if (bar != null) {
      bar.stepTo(Math.min(sum, total));
    }
  }

  /** Takes the bar away; more bytes may still be told, but are not shown. */
  synchronized void end() {
    ended = true;
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
