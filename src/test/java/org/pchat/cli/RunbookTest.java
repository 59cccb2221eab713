package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Browser;
import org.pchat.runbook.Scenario;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code runbook} from the command line to the file, the browser and the paper. */
class RunbookTest {
  private static final String CONTOSO = "samples/topology-contoso.xml";
  private static final String MIRRORED = "samples/topology-contoso-mirrored.xml";

  private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'|(\\S+)");

  @TempDir Path folder;

  @Test
  void scenarios_are_listed() {
    Run run = Run.pchat("runbook", "list");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).hasLineCount(11).contains("4-sidecar").contains("decommission");
    assertThat(Run.pchat("runbook", "list", "--json").out())
        .startsWith("{\"schema\":1,\"scenarios\":[{\"number\":\"1a\",\"name\":\"front-end-lost\"");
  }

  @Test
  void a_runbook_is_asked_for_by_number_or_name() {
    Run run = Run.pchat("runbook", "2A", "--topology", CONTOSO);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("Step 1. ");
    assertThat(Run.pchat("runbook", "site-lost", "--topology", CONTOSO).out()).isEqualTo(run.out());
    assertThat(run.err()).contains("TOP-022");
  }

  @Test
  void wrong_words_are_answered_in_one_sentence() {
    Run unknown = Run.pchat("runbook", "2c", "--topology", CONTOSO);
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("2c").contains("2a");
    assertThat(Run.pchat("runbook", "2a").exit()).isEqualTo(2);
    assertThat(Run.pchat("runbook", "2a", "--topology", "nowhere.xml").exit()).isEqualTo(5);
    assertThat(Run.pchat("runbook", "2a", "--topology", CONTOSO, "--json").exit()).isEqualTo(2);
  }

  @Test
  void a_topology_that_forbids_it_gives_no_runbook() throws IOException {
    Path file = folder.resolve("topology.xml");
    Files.writeString(file, Files.readString(Path.of(CONTOSO)).replace(" backup=\"sql-west\"", ""));
    Path target = folder.resolve("site.html");
    Run run = Run.pchat("runbook", "2a", "--topology", file.toString(), "-o", target.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("error: ").contains("TOP-018");
    assertThat(target).doesNotExist();
  }

  @Test
  void what_is_no_topology_is_refused_with_its_place() {
    Run run = Run.pchat("runbook", "2a", "--topology", "README.md");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("README.md:1:").hasLineCount(1);
  }

  @Test
  void our_own_commands_are_as_the_runbooks_spell_them() {
    List<String> lines = new ArrayList<>();
    for (Scenario scenario : Scenario.values()) {
      Run.pchat("runbook", scenario.number(), "--topology", MIRRORED)
          .out()
          .lines()
          .filter(line -> line.startsWith("    pchat "))
          .forEach(line -> lines.add(line.strip()));
    }
    assertThat(lines).hasSizeGreaterThan(15);
    for (String line : lines) {
      List<String> words = words(line);
      assertUnderstood(words.subList(1, words.size()));
    }
  }

  private static CommandLine line() {
    var out = new ByteArrayOutputStream();
    var terminal = new Terminal(out, out, false, false, 80, Map.of());
    return Main.commandLine(new Session(terminal, new AtomicBoolean()));
  }

  private static void assertUnderstood(List<String> words) {
    try {
      line().parseArgs(words.toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw new AssertionError(String.join(" ", words), wrong);
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1).replace("''", "'"));
    }
    return words;
  }

  @Test
  void the_page_opens_without_noise_and_prints_without_cut_tables() throws IOException {
    Path page = folder.resolve("runbook.html");
    Run run =
        Run.pchat(
            "runbook", "2b", "--topology", MIRRORED, "--format", "html", "-o", page.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    try (Browser browser = Browser.start()) {
      browser.looking(794, 1123, false);
      browser.open(page);
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).isEmpty();
      assertThat(browser.texts("svg text.site")).hasSize(4);
      assertThat(
              browser.run(
                  "return [...document.querySelectorAll('table,pre,svg,section')]"
                      + ".filter(e => e.getBoundingClientRect().right > innerWidth).length"))
          .isEqualTo(0L);
      browser.photograph(Path.of("target/runbook/2b.png"));
      browser.print(Path.of("target/runbook/2b.pdf"));
    }
  }
}
