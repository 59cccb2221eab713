package org.pchat.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command: help, and where the result goes. */
final class ResultOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  boolean help;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the result to FILE, complete or not at all; - is standard output.")
  @Nullable String output;

  @Option(names = "--force", description = "Replace FILE if it exists.")
  boolean force;

  @Option(names = "--debug", description = "Print the stack trace when something fails.")
  boolean debug;

  /** Returns the file to write, or null for standard output. */
  @Nullable Path file() {
    if (output != null && output.isEmpty()) {
      throw new UsageException("-o: the name of the file is empty; is a variable not set?");
    }
    return output == null || output.equals("-") ? null : Path.of(output);
  }

  /** Returns the file to write, for results that cannot be printed. */
  Path target(String what) {
    Path file = file();
    if (file == null) {
      throw new UsageException("-o FILE is missing; it says where to write " + what);
    }
    return file;
  }
}
