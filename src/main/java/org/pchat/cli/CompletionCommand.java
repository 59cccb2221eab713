package org.pchat.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in your shell.",
    exitCodeList = {
      "0:done",
      "2:there is no such shell",
      "5:the output file cannot be written",
      "6:the output file exists and --force was not given"
    },
    footer = {
      "  source <(pchat completion bash)          in ~/.bashrc",
      "  source <(pchat completion zsh)           in ~/.zshrc, after compinit",
      "  pchat completion powershell | Out-String | Invoke-Expression     in $PROFILE"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Session session;

  /** The shells for which there is a script. */
  enum Shell {
    BASH,
    ZSH,
    POWERSHELL;

    /** Returns the word that the user types. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or powershell.")
  private Shell shell;

  @Mixin private ResultOptions output;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine top = spec.parent().commandLine();
    return session.write(
        output,
        results -> {
          results
              .page()
              .text(
                  shell == Shell.POWERSHELL
                      ? PowerShellCompletion.script(top)
                      : AutoComplete.bash("pchat", top));
          return ExitCode.DONE;
        });
  }
}
