package org.pchat.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the help of a command, or of the whole. */
@Command(
    name = "help",
    description = "Print the help of a command.",
    exitCodeList = {
      "0:done",
      "2:there is no such command",
      "5:the output file cannot be written",
      "6:the output file exists and --force was not given"
    },
    footer = {"  pchat help show", "  pchat show --help      the same"})
final class HelpCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private ResultOptions output;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
  @Nullable String command;

  HelpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine top = spec.parent().commandLine();
    CommandLine wanted = command == null ? top : top.getSubcommands().get(command);
    if (wanted == null) {
      throw new UsageException(
          "there is no command \""
              + command
              + "\"; there is "
              + String.join(", ", Help.commands()));
    }
    return session.write(
        output,
        results -> {
          results.page().text(wanted.getUsageMessage());
          return ExitCode.DONE;
        });
  }
}
