package org.pchat.cli;

import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run of the tool prints and what it knows of the other end.
 *
 * @param out takes results
 * @param err takes everything else
 * @param outIsTerminal whether a person reads the results as they come
 * @param errIsTerminal whether a person reads the rest
 * @param columns how wide the terminal is
 * @param environment the environment variables
 */
record Terminal(
    OutputStream out,
    OutputStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    Map<String, String> environment) {
  private static final int DEFAULT_COLUMNS = 80;
  private static final int MIN_COLUMNS = 40;
  private static final int MAX_COLUMNS = 200;

  /**
   * Returns the process's own streams.
   *
   * <p>Java cannot ask whether stderr is a terminal, so the launchers say so: {@code pchat.tty}
   * holds {@code o} and {@code e} for the streams that are, {@code pchat.columns} the width.
   */
  @SuppressWarnings("SystemConsoleNull") // the launcher for newer Java asks for the old answer
  static Terminal ofProcess(OutputStream out, OutputStream err) {
    String terminals = System.getProperty("pchat.tty");
    boolean guess = terminals == null && System.console() != null;
    return new Terminal(
        out,
        err,
        guess || (terminals != null && terminals.contains("o")),
        guess || (terminals != null && terminals.contains("e")),
        columns(System.getProperty("pchat.columns")),
        System.getenv());
  }

  private static int columns(@Nullable String text) {
    try {
      return text == null
          ? DEFAULT_COLUMNS
          : Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, Integer.parseInt(text.strip())));
    } catch (NumberFormatException notANumber) {
      return DEFAULT_COLUMNS;
    }
  }
}
