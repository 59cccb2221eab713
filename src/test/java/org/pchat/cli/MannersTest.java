package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Pools;

/**
 * How the tool behaves around its work: wrong options, existing outputs, variables, pipes and disks
 * that fail, interrupts.
 */
class MannersTest {
  @TempDir Path folder;

  private Path good;

  @BeforeEach
  void a_good_export() throws IOException {
    good = Pools.write(folder.resolve("good.zip"), List.of("Desk"), List.of("hello"));
  }

  @Test
  void errors_are_json_for_programs() {
    Run run = Run.pchat("info", "--json", folder.resolve("nowhere.zip").toString());
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err())
        .startsWith("{\"type\":\"error\",\"code\":\"IO\",\"exit\":5,\"message\":")
        .hasLineCount(1);
  }

  @Test
  void debugging_shows_the_stack_trace() {
    Run run = Run.pchat("info", "--debug", folder.resolve("nowhere.zip").toString());
    assertThat(run.err()).contains("\tat ");
  }

  @Test
  void unknown_names_in_options_are_errors_with_the_nearest() {
    Run run = Run.pchat("show", good.toString(), "--room", "Dekk");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Dekk").contains("Desk");
  }

  @Test
  void an_option_that_means_nothing_to_a_list_is_refused() {
    Run run = Run.pchat("list", "rooms", good.toString(), "--since", "2018-06-04");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--since means nothing to list rooms");
  }

  @Test
  void an_unknown_layout_zone_or_size_is_explained() {
    assertThat(Run.pchat("info", good.toString(), "--layout", "pchat-9").err())
        .contains("pchat-9")
        .contains("pchat-1");
    assertThat(Run.pchat("info", good.toString(), "--tz", "Europe/Atlantis").exit()).isEqualTo(2);
    assertThat(Run.pchat("info", good.toString(), "--max-unpacked", "plenty").exit()).isEqualTo(2);
  }

  @Test
  void an_existing_output_is_not_overwritten_without_force() throws IOException {
    Path output = Files.writeString(folder.resolve("out.txt"), "precious");
    Run refused = Run.pchat("info", good.toString(), "-o", output.toString());
    assertThat(refused.exit()).isEqualTo(6);
    assertThat(output).hasContent("precious");
    Run forced = Run.pchat("info", good.toString(), "-o", output.toString(), "--force");
    assertThat(forced.exit()).isZero();
    assertThat(Files.readString(output)).contains("Messages");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("good.zip", "out.txt");
    }
  }

  @Test
  void the_source_is_never_overwritten_not_even_with_force() throws IOException {
    byte[] before = Files.readAllBytes(good);
    Path link = Files.createSymbolicLink(folder.resolve("link.zip"), good);
    for (Path target : List.of(good, link)) {
      for (String verb : List.of("info", "size")) {
        Run run = Run.pchat(verb, good.toString(), "-o", target.toString(), "--force");
        assertThat(run.exit()).isEqualTo(6);
        assertThat(run.err()).contains("the source itself").hasLineCount(1);
      }
    }
    assertThat(good).hasBinaryContent(before);
  }

  @Test
  void empty_names_are_usage_errors() {
    assertThat(Run.pchat("info", "").exit()).isEqualTo(2);
    assertThat(Run.pchat("info", good.toString(), "-o", "").exit()).isEqualTo(2);
  }

  @Test
  void names_from_archives_forge_no_line_in_a_log() throws IOException {
    String forged = "Desk\npchat: fatal: all is lost\u001b[31m";
    Path file = Pools.write(folder.resolve("forged.zip"), List.of(forged, "Desk 2"), List.of("x"));
    Run run = Run.pchat("show", file.toString(), "--room", "Desk*");
    assertThat(run.err()).hasLineCount(1).contains("\\npchat").doesNotContain("\u001b");
  }

  @Test
  void an_interval_is_repeated_in_utc() {
    Run run = Run.pchat("show", good.toString(), "--since", "2018-06-04", "--tz", "Europe/Berlin");
    assertThat(run.err()).isEqualTo("pchat: messages from 2018-06-03T22:00:00.0000000Z\n");
  }

  @Test
  void a_variable_that_does_not_fit_is_only_a_default() {
    Run tail = Run.with(Map.of("PCHAT_LIMIT", "3"), "show", good.toString(), "--tail", "1");
    assertThat(tail.exit()).isZero();
    Run list = Run.with(Map.of("PCHAT_ROOM", "Desk"), "list", "principals", good.toString());
    assertThat(list.exit()).isZero();
  }

  @Test
  void errors_are_json_whichever_way_json_was_asked_for() {
    assertThat(Run.pchat("info", "--json=true", "nowhere.zip").err()).startsWith("{");
    assertThat(Run.pchat("info", "--", "--json").err()).startsWith("pchat: ");
  }

  @Test
  void help_that_cannot_be_written_is_an_error() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    int exit =
        Main.run(
            new String[] {"--help"},
            new Terminal(
                new ResultStream(full, "standard output"),
                OutputStream.nullOutputStream(),
                false,
                false,
                80,
                Map.of()),
            new AtomicBoolean());
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void a_failed_run_leaves_no_output() throws IOException {
    Path output = folder.resolve("out.txt");
    Run run =
        Run.pchat(
            "info",
            Files.createFile(folder.resolve("empty.zip")).toString(),
            "-o",
            output.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(output).doesNotExist();
  }

  @Test
  void a_closed_pipe_is_silence_and_success() {
    var closed =
        new ResultStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            },
            "standard output");
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"show", good.toString()},
            new Terminal(closed, err, false, false, 80, Map.of()),
            new AtomicBoolean());
    assertThat(exit).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void a_full_disk_is_an_error_with_a_reason() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"show", good.toString()},
            new Terminal(
                new ResultStream(full, "standard output"), err, false, false, 80, Map.of()),
            new AtomicBoolean());
    assertThat(exit).isEqualTo(5);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("pchat: standard output: No space left on device\n");
  }

  @Test
  void an_interrupted_run_says_so() {
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"info", good.toString()},
            new Terminal(OutputStream.nullOutputStream(), err, false, false, 80, Map.of()),
            new AtomicBoolean(true));
    assertThat(exit).isEqualTo(130);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("pchat: interrupted\n");
  }

  @Test
  void a_variable_stands_for_an_option_and_the_command_line_wins() {
    assertThat(Run.with(Map.of("PCHAT_JSON", "true"), "info", good.toString()).out())
        .startsWith("{");
    Run zone =
        Run.with(Map.of("PCHAT_TZ", "Europe/Atlantis"), "info", good.toString(), "--tz", "UTC");
    assertThat(zone.exit()).isZero();
  }
}
