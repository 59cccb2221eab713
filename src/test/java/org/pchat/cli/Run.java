package org.pchat.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A finished run of the tool inside the test's own process.
 *
 * @param exit the exit code
 * @param out what it printed on stdout
 * @param err what it printed on stderr
 */
record Run(int exit, String out, String err) {
  /** Runs the tool with both streams going to pipes. */
  static Run pchat(String... args) {
    return run(false, Map.of(), args);
  }

  /** Runs the tool with both streams going to a terminal of 80 columns. */
  static Run onTerminal(String... args) {
    return run(true, Map.of(), args);
  }

  /** Runs the tool with variables set. */
  static Run with(Map<String, String> environment, String... args) {
    return run(false, environment, args);
  }

  private static Run run(boolean terminal, Map<String, String> environment, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            args, new Terminal(out, err, terminal, terminal, 80, environment), new AtomicBoolean());
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
