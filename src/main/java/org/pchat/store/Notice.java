package org.pchat.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.pchat.problem.CancelledException;

/** Runs a command of the user's to tell somebody. */
public final class Notice {
  private static final long PATIENCE_SECONDS = 60;

  private Notice() {}

  /**
   * Runs a command by the shell of the system. What it is told comes on its standard input and in
   * its environment, never in the command itself, since it may hold text from the pool.
   *
   * @return how it failed; empty if it did not
   */
  public static String run(String command, Store store, Snapshot snapshot) throws IOException {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    var builder =
        new ProcessBuilder(
            windows ? List.of("cmd.exe", "/c", command) : List.of("/bin/sh", "-c", command));
    builder.environment().put("PCHAT_NOTICE_STORE", store.folder().toString());
    builder.environment().put("PCHAT_NOTICE_SNAPSHOT", snapshot.id());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      String text =
          "snapshot "
              + snapshot.id()
              + " is suspect\n"
              + String.join("\n", snapshot.suspicions())
              + "\n";
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException doesNotRead) {
      // It need not want to know.
    }
    return outcome(process);
  }

  private static String outcome(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "it did not end within " + PATIENCE_SECONDS + " seconds";
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      throw new CancelledException();
    }
    return process.exitValue() == 0 ? "" : "it ended with " + process.exitValue();
  }
}
