package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.Golden;

/** What every command prints of the samples, on a terminal and in a pipe. */
class PrintedSamplesTest {
  private static final String MONDAY = "samples/contoso-monday.zip";
  private static final String TUESDAY = "samples/contoso-tuesday.zip";
  private static final int COLUMNS = 80;

  static Stream<Arguments> outputs() {
    return Stream.of(
        output("info", "info", MONDAY),
        output("info-quick", "info", "--quick", MONDAY),
        output("list-rooms", "list", "rooms", MONDAY),
        output("list-rooms-category", "list", "rooms", MONDAY, "--category", "Town Hall"),
        output("list-categories", "list", "categories", MONDAY),
        output("list-principals", "list", "principals", MONDAY, "--author", "*Müller*"),
        output("list-addins", "list", "addins", MONDAY),
        output("list-permissions", "list", "permissions", MONDAY, "--room", "Boot 2013-2019"),
        output("list-files", "list", "files", MONDAY),
        output("show-room", "show", MONDAY, "--room", "\"Printing 2013-2019\" <archive>"),
        output("show-scripts", "show", MONDAY, "--room", "聊天室 Server 2004-2006", "--limit", "40"),
        output("show-by-time", "show", MONDAY, "--by-time", "--tail", "20"),
        output(
            "show-author",
            "show",
            MONDAY,
            "--author",
            "sip:anna.adams@contoso.com",
            "--since",
            "2008-01-01",
            "--until",
            "2008-12-31"),
        output(
            "show-tz",
            "show",
            MONDAY,
            "--room",
            "Disks 2007-2009",
            "--tail",
            "12",
            "--tz",
            "Asia/Tokyo"),
        output("stats", "stats", MONDAY),
        output("stats-weekday", "stats", MONDAY, "--by", "weekday"),
        output("stats-hour", "stats", MONDAY, "--by", "hour", "--tz", "Europe/Berlin"),
        output("size", "size", MONDAY, TUESDAY));
  }

  private static Arguments output(String name, String... words) {
    return Arguments.of(name, List.of(words));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outputs")
  void on_a_terminal_without_colours(String name, List<String> words) throws IOException {
    Run run = terminal(words, "never");
    Golden.check("terminal/" + name + ".txt", run.out());
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(COLUMNS));
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outputs")
  void colours_change_nothing_else(String name, List<String> words) throws IOException {
    Run run = terminal(words, "always");
    assertThat(run.out().replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(terminal(words, "never").out());
    Golden.check("colour/" + name + ".txt", run.out().replace("\u001b", "␛"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outputs")
  void in_a_pipe(String name, List<String> words) throws IOException {
    Run run = Run.pchat(words.toArray(String[]::new));
    assertThat(run.exit()).isZero();
    Golden.check("pipe/" + name + ".txt", run.out());
  }

  private static Run terminal(List<String> words, String colour) {
    Run run =
        Run.onTerminal(
            Stream.concat(words.stream(), Stream.of("--color", colour)).toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }
}
