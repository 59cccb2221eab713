package org.pchat.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.archive.Checks;
import org.pchat.archive.ExportReader;
import org.pchat.model.ReadOptions;
import org.pchat.problem.Problem;
import org.pchat.problem.RuleProblem;
import org.pchat.problem.Severity;
import org.pchat.sample.BrokenSample;
import org.pchat.sample.BrokenSamples;
import org.pchat.sample.Unpacked;

/** Each broken sample against its fault: the check finds it where it is, and nothing else. */
class BrokenSamplesTest {
  private static final Path FOLDER = Path.of("samples", "broken");

  static Stream<BrokenSample> samples() {
    return BrokenSamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void its_own_fault_is_found_where_it_is_and_nothing_else(BrokenSample sample) throws IOException {
    Path folder = FOLDER.resolve(sample.name());
    assertThat(found(folder, false).stream().map(problem -> place(problem, folder)))
        .containsExactlyElementsOf(sample.findings());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_name_ends_in_the_verdict(BrokenSample sample) throws IOException {
    Severity worst =
        found(FOLDER.resolve(sample.name()), false).stream()
            .map(Problem::severity)
            .max(Severity::compareTo)
            .orElseThrow();
    assertThat(sample.name()).endsWith("-" + worst.word());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void is_what_the_maker_makes(BrokenSample sample) throws IOException {
    assertThat(Unpacked.read(FOLDER.resolve(sample.name()))).isEqualTo(sample.entries());
  }

  @Test
  void the_sound_sample_is_sound_also_strictly() throws IOException {
    assertThat(found(BrokenSample.SOUND, true)).isEmpty();
  }

  @Test
  void no_other_samples_lie_there() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Stream.of("sound-valid"), samples().map(BrokenSample::name)).toList());
    }
  }

  @Test
  void every_rule_has_a_sample() {
    var codes = new TreeSet<String>();
    SnapshotCheck.rules().forEach(rule -> codes.add(rule.code().id()));
    assertThat(samples().flatMap(s -> s.findings().stream()).map(f -> f.replaceFirst(" .*", "")))
        .containsAll(codes);
    assertThat(codes).containsAll(Stream.of(RuleProblem.values()).map(RuleProblem::id).toList());
  }

  private static List<Problem> found(Path folder, boolean strict) throws IOException {
    try (var export =
        ExportReader.checked(folder, ReadOptions.defaults(), Checks.with(List.of()))) {
      SnapshotCheck.run(export, CheckOptions.defaults().withStrict(strict));
      export.checkRest();
      return export.problems().problems();
    }
  }

  private static String place(Problem problem, Path folder) {
    String place = problem.where().toString().replace(folder.toString(), "");
    return (problem.code().id() + " " + place.replaceFirst("^: ", "")).strip();
  }
}
