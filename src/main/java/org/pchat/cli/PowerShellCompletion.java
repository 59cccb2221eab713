package org.pchat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for Windows PowerShell 5.1 and later; picocli has none. */
final class PowerShellCompletion {
  private PowerShellCompletion() {}

  static String script(CommandLine top) {
    List<String> lines = new ArrayList<>();
    lines.add("$pchatWords = @{");
    lines.add("  '' = @(" + quoted(top.getSubcommands().keySet().stream().sorted().toList()) + ")");
    for (Map.Entry<String, CommandLine> command : top.getSubcommands().entrySet()) {
      lines.add(
          "  '"
              + command.getKey()
              + "' = @("
              + quoted(words(command.getValue().getCommandSpec()))
              + ")");
    }
    lines.add("}");
    lines.add(
        """
        Register-ArgumentCompleter -Native -CommandName pchat, pchat.cmd, pchat.ps1 -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)
          $typed = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
          $verb = ''
          if ($typed.Count -gt 2 -or ($typed.Count -eq 2 -and $wordToComplete -eq '')) { $verb = $typed[1] }
          $words = $pchatWords[$verb]
          if ($null -eq $words) { $words = @() }
          $words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """);
    return String.join("\n", lines);
  }

  /**
   * Returns what may follow a command: its options and the words that its arguments are chosen
   * from.
   */
  private static List<String> words(CommandSpec command) {
    List<String> words = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      words.add(option.longestName());
    }
    command.positionalParameters().forEach(p -> completions(p.completionCandidates(), words));
    return words;
  }

  private static void completions(@Nullable Iterable<String> candidates, List<String> words) {
    if (candidates != null) {
      candidates.forEach(candidate -> words.add(candidate.toLowerCase(Locale.ROOT)));
    }
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
  }
}
