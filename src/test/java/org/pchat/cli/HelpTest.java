package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.Golden;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  static List<String> commands() {
    return Help.commands();
  }

  private static CommandLine line() {
    var terminal =
        new Terminal(
            new ByteArrayOutputStream(), new ByteArrayOutputStream(), false, false, 80, Map.of());
    return Main.commandLine(new Session(terminal, new AtomicBoolean()));
  }

  @Test
  void the_first_screen_is_kept() throws IOException {
    Run run = Run.pchat("--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines()).allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(80));
    Golden.check("help/pchat.txt", run.out());
    assertThat(Run.pchat("help").out()).isEqualTo(run.out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_command_explains_itself(String command) throws IOException {
    Run run = Run.pchat(command, "--help");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.check("help/" + command + ".txt", run.out());
    assertThat(Run.pchat("help", command).out()).isEqualTo(run.out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_command_lists_its_exit_codes_and_fits_a_terminal(String command) {
    String help = Run.pchat(command, "--help").out();
    assertThat(help).contains("Exit codes").contains("Examples");
    assertThat(help.lines()).allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void the_groups_name_every_command() {
    assertThat(Help.commands())
        .containsExactlyInAnyOrderElementsOf(line().getSubcommands().keySet());
  }

  @Test
  void every_option_is_described_and_has_a_variable_of_its_own() {
    for (CommandLine command : line().getSubcommands().values()) {
      List<OptionSpec> options = command.getCommandSpec().options();
      assertThat(options).allSatisfy(option -> assertThat(option.description()).isNotEmpty());
      assertThat(options.stream().map(o -> EnvironmentDefaults.variable(o.longestName())))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void no_command_and_a_wrong_command_are_usage_errors_with_a_hint() {
    Run none = Run.pchat();
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("Missing command").doesNotContain("\tat ");
    Run typo = Run.pchat("inffo");
    assertThat(typo.exit()).isEqualTo(2);
    assertThat(typo.err()).contains("inffo").contains("info");
  }

  @Test
  void help_for_an_unknown_command_names_the_known_ones() {
    Run run = Run.pchat("help", "frobnicate");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("frobnicate").contains("info, list, show");
  }

  @Test
  void the_version_is_one_line() {
    Run run = Run.pchat("--version");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("pchat ").hasLineCount(1);
  }
}
