package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.problem.ZipProblem;
import org.pchat.sample.BrokenContainer;
import org.pchat.sample.BrokenContainers;

/** Each broken container against its fault: its own code at its entry, and nothing else. */
class BrokenContainersTest {
  /**
   * What no small file can show: what is no file at all, a directory beyond its limit, a file that
   * changes while it is read; and an empty archive, which is first of all no export.
   */
  private static final Set<ZipProblem> WITHOUT_SAMPLE =
      Set.of(
          ZipProblem.NOT_A_FILE,
          ZipProblem.SQL_FILE,
          ZipProblem.DIRECTORY_TOO_LONG,
          ZipProblem.CHANGED,
          ZipProblem.EMPTY_ARCHIVE);

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  static Stream<BrokenContainer> samples() {
    return BrokenContainers.all().stream();
  }

  private String write(BrokenContainer sample) throws IOException {
    return Files.write(folder.resolve(sample.name() + ".zip"), sample.bytes()).toString();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void its_own_fault_is_found_and_the_exit_code_is_that_of_its_name(BrokenContainer sample)
      throws IOException {
    String file = write(sample);
    Run run = Run.pchat("validate", "--json", file);
    boolean fatal = sample.name().endsWith("-fatal");
    assertThat(run.exit()).isEqualTo(fatal ? 4 : 0);
    JsonNode result = JSON.readTree(run.out());
    assertThat(result.get("verdict").asText()).isEqualTo(fatal ? "invalid" : "valid");
    assertThat(result.get("problems")).hasSize(1);
    JsonNode problem = result.at("/problems/0");
    String entry = problem.path("entry").asText();
    assertThat((problem.get("code").asText() + " " + entry).strip()).isEqualTo(sample.finding());
    assertThat(sample.name()).endsWith("-" + problem.get("severity").asText());
    assertThat(problem.get("archive").asText()).isEqualTo(file);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void people_read_one_line_without_control_characters(BrokenContainer sample) throws IOException {
    String file = write(sample);
    Run run = Run.onTerminal("validate", file);
    String code = sample.finding().substring(0, 7);
    assertThat(run.out().lines().filter(line -> line.contains("[" + code + "]"))).hasSize(1);
    assertThat(run.out() + run.err()).doesNotContain("\u001b]", "\u0007", "Exception", "\tat ");
    assertThat(Run.pchat("explain", code).exit()).isZero();
  }

  @Test
  void the_sound_one_is_valid_and_silent() throws IOException {
    String file = write(BrokenContainers.sound());
    Run run = Run.pchat("validate", "--strict", "--fail-on", "warning", file);
    assertThat(run.out()).isEqualTo(file + ": valid\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void a_backup_is_nothing_to_salvage_an_export_from() throws IOException {
    Path backup = folder.resolve("mgc.bak");
    Files.writeString(backup, "TAPE" + "\0".repeat(2_044));
    Run run = Run.pchat("salvage", backup.toString(), "-o", folder.resolve("out.zip").toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("SQL Server backup", "[ZIP-007]").hasLineCount(1);
    assertThat(folder.resolve("out.zip")).doesNotExist();
  }

  @Test
  void every_code_of_a_container_has_a_sample() {
    var codes = new TreeSet<String>();
    for (ZipProblem code : ZipProblem.values()) {
      if (!WITHOUT_SAMPLE.contains(code)) {
        codes.add(code.id());
      }
    }
    assertThat(samples().map(sample -> sample.finding().substring(0, 7)).distinct())
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void no_two_samples_share_a_name_and_the_maker_writes_them_all() throws IOException {
    BrokenContainers.main(new String[] {folder.resolve("made").toString()});
    List<String> names =
        Stream.concat(Stream.of(BrokenContainers.sound()), samples())
            .map(sample -> sample.name() + ".zip")
            .toList();
    try (Stream<Path> files = Files.list(folder.resolve("made"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }
}
