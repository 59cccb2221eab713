package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/layouts.md: what it shows is in the sample, and its descriptor reads the sample. */
class LayoutsPageTest {
  private static final Path PAGE = Path.of("docs/layouts.md");
  private static final String ARCHIVE = "samples/fabrikam";
  private static final String LAYOUT = "samples/fabrikam-layout.xml";
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```xml\\n(.*?)^```$");
  private static final Pattern RUN = Pattern.compile("(?ms)^```\\n\\$ pchat (.*?)\\n(.*?)^```$");

  @Test
  void every_example_stands_in_the_sample_as_it_is_printed() throws IOException {
    StringBuilder sample = new StringBuilder(Files.readString(Path.of(LAYOUT)));
    try (Stream<Path> files = Files.walk(Path.of(ARCHIVE))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sample.append(Files.readString(file));
      }
    }
    List<String> examples =
        EXAMPLE.matcher(Files.readString(PAGE)).results().map(r -> r.group(1)).toList();
    assertThat(examples).hasSizeGreaterThan(6).allMatch(e -> sample.toString().contains(e));
  }

  @Test
  void its_commands_print_what_it_says() throws IOException {
    var runs = RUN.matcher(Files.readString(PAGE)).results().toList();
    assertThat(runs).isNotEmpty();
    runs.forEach(
        run -> {
          Run done = Run.pchat(run.group(1).split(" ", -1));
          assertThat(done.out()).isEqualTo(run.group(2));
          assertThat(done.exit()).isZero();
        });
  }

  @Test
  void the_descriptor_reads_messages_members_and_times() {
    String messages = Run.pchat("show", ARCHIVE, "--layout", LAYOUT, "--json").out();
    assertThat(messages)
        .contains("Presse 3 steht")
        .contains("\"sent\":\"2019-01-14T05:03:40.0000000Z\"")
        .contains("\"alert\":true");
    assertThat(Run.pchat("list", "permissions", ARCHIVE, "--layout", LAYOUT).out())
        .contains("Kim Akers   Manager")
        .contains("Toby Nixon  deny");
  }

  @Test
  void the_page_names_every_attribute_of_the_schema() throws IOException {
    String page = Files.readString(PAGE);
    var names = Pattern.compile("<xs:attribute name=\"(\\w+)\"");
    names
        .matcher(Files.readString(Path.of("schemas/layout.xsd")))
        .results()
        .map(r -> r.group(1))
        .forEach(name -> assertThat(page).containsPattern("\\b" + name + "\\b"));
  }

  @Test
  void without_it_the_archive_is_refused_and_not_guessed() {
    Run refused = Run.pchat("info", ARCHIVE);
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("--layout");
  }
}
