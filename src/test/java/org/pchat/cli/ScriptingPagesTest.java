package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.Golden;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The pages that scripts rely on name what the code has. */
class ScriptingPagesTest {
  private static final Path SCRIPTING = Path.of("docs/scripting.md");

  private static CommandLine top() {
    var out = new ByteArrayOutputStream();
    var terminal = new Terminal(out, out, false, false, 80, Map.of());
    return Main.commandLine(new Session(terminal, new AtomicBoolean()));
  }

  private static CommandSpec command(String name) {
    return Objects.requireNonNull(top().getSubcommands().get(name)).getCommandSpec();
  }

  @Test
  void every_exit_code_is_explained() throws IOException {
    List<String> rows =
        Files.readString(SCRIPTING)
            .lines()
            .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
            .toList();
    assertThat(rows.stream().map(row -> row.split(" ", -1)[1]))
        .containsExactlyElementsOf(
            Arrays.stream(ExitCode.values()).map(code -> "" + code.number()).toList());
  }

  @Test
  void every_exit_code_that_a_command_lists_is_one_of_ours() {
    Set<String> ours = new LinkedHashSet<>();
    Arrays.stream(ExitCode.values()).forEach(code -> ours.add("" + code.number()));
    for (String name : Help.commands()) {
      assertThat(ours).containsAll(command(name).usageMessage().exitCodeList().keySet());
    }
  }

  @Test
  void every_schema_is_linked() throws IOException {
    String page = Files.readString(SCRIPTING);
    try (var schemas = Files.list(Path.of("docs/json"))) {
      assertThat(schemas)
          .allSatisfy(file -> assertThat(page).contains("(json/" + file.getFileName() + ")"));
    }
  }

  @Test
  void commands_and_options_are_listed_as_their_help_has_them() throws IOException {
    List<String> page = new ArrayList<>();
    page.add("# Commands");
    page.add("");
    page.add(
        "What `pchat COMMAND --help` says, in one place. Each option has an environment variable, which the command line");
    page.add("overrides. Written by `ScriptingPagesTest` (`-Dgolden.update`).");
    page.addAll(exitCodes());
    Help.commands().forEach(name -> page.addAll(section(name)));
    Golden.check(Path.of("docs/commands.md"), String.join("\n", page) + "\n");
  }

  /** Which command may end with which code; the last two may befall every command. */
  private static List<String> exitCodes() {
    List<String> numbers =
        Arrays.stream(ExitCode.values()).map(code -> "" + code.number()).toList();
    List<String> lines = new ArrayList<>(List.of("", "## Exit codes", ""));
    lines.add("| | " + String.join(" | ", numbers) + " |");
    lines.add("|---".repeat(numbers.size() + 1) + "|");
    for (String name : Help.commands()) {
      Set<String> listed = command(name).usageMessage().exitCodeList().keySet();
      List<String> marks =
          numbers.stream()
              .map(n -> listed.contains(n) || Integer.parseInt(n) >= 70 ? "×" : " ")
              .toList();
      lines.add("| " + name + " | " + String.join(" | ", marks) + " |");
    }
    return lines;
  }

  private static List<String> section(String name) {
    CommandSpec command = command(name);
    List<String> lines = new ArrayList<>(List.of("", "## " + name, ""));
    lines.add(command.usageMessage().description()[0]);
    lines.add("");
    lines.add("    " + synopsis(command));
    lines.add("");
    lines.add("| option | variable | |");
    lines.add("|---|---|---|");
    command.options().forEach(option -> lines.add(row(option)));
    lines.add("");
    command
        .usageMessage()
        .exitCodeList()
        .forEach((code, meaning) -> lines.add("- exit code " + code + ": " + meaning));
    lines.add("");
    Arrays.stream(command.usageMessage().footer())
        .forEach(line -> lines.add("    " + line.strip()));
    return lines;
  }

  private static String synopsis(CommandSpec command) {
    StringBuilder words = new StringBuilder("pchat " + command.name() + " [OPTIONS]");
    command
        .positionalParameters()
        .forEach(
            parameter -> {
              String label = parameter.paramLabel();
              words.append(parameter.arity().max() > 1 ? " " + label + "..." : " " + label);
            });
    return words.toString();
  }

  private static String row(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return "| `%s%s` | %s | %s |"
        .formatted(
            String.join("`, `", option.names()),
            value,
            option.usageHelp()
                ? ""
                : "`" + EnvironmentDefaults.variable(option.longestName()) + "`",
            String.join(" ", option.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()))
                .replace("|", "\\|"));
  }
}
