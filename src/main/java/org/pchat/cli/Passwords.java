package org.pchat.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where passwords come from: a file, a command, the variable PCHAT_PASSWORD, or the person at the
 * terminal, in this order. Never from an argument, which everybody on the machine can read.
 *
 * @param file the file; null if none is named
 * @param command the command; null if none is named
 * @param user who logs in; without one nobody is asked
 * @param terminal where to ask
 */
record Passwords(
    @Nullable Path file, @Nullable String command, @Nullable String user, Terminal terminal) {
  static final String VARIABLE = "PCHAT_PASSWORD";

  /** Returns the password; null if there is none. */
  char @Nullable [] fetch() throws IOException {
    if (file != null) {
      return fromFile(file).toCharArray();
    }
    if (command != null) {
      return fromCommand(command).toCharArray();
    }
    String variable = terminal.environment().get(VARIABLE);
    if (variable != null) {
      return variable.toCharArray();
    }
    return user == null ? null : fromPerson(user);
  }

  private static String fromFile(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      if (line == null) {
        throw new FileSystemException(
            file.toString(), null, "there is no password in it; write it into the first line");
      }
      return line;
    }
  }

  /** What the command says on stderr is dropped; it might be the password. */
  private static String fromCommand(String command) throws IOException {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    List<String> words =
        windows ? List.of("cmd.exe", "/c", command) : List.of("/bin/sh", "-c", command);
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (lines.readLine() != null) {
        // The command shall not be stopped by a pipe that is full.
      }
      int exit = process.waitFor();
      if (exit != 0 || line == null) {
        throw new IOException(
            "the password command ended with %d%s; run it by hand"
                .formatted(exit, line == null ? " and printed nothing" : ""));
      }
      return line;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the password command was interrupted", stopped);
    }
  }

  private char @Nullable [] fromPerson(String name) {
    Console console = terminal.errIsTerminal() ? System.console() : null;
    if (console == null) {
      throw new UsageException(
          "there is no password for --user; give --password-file or --password-command, or set "
              + VARIABLE);
    }
    return console.readPassword("Password of %s: ", Printable.line(name));
  }
}
