package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.problem.ProblemCatalogue;
import org.pchat.problem.ProblemCode;

/** The manual entries of codes. */
class ExplainTest {
  static Iterable<ProblemCode> codes() {
    return ProblemCatalogue.codes().toList();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void each_code_has_an_entry(ProblemCode code) {
    Run run = Run.pchat("explain", code.id().toLowerCase(Locale.ROOT));
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(code.id() + " (" + code.severity().word() + ")")
        .contains("What", "Why", "To do")
        .doesNotContain("%");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void all_codes_are_listed_as_in_the_manual() throws IOException {
    Run run = Run.pchat("explain");
    assertThat(run.exit()).isZero();
    String manual = Files.readString(Path.of("docs/problems.md"));
    assertThat(run.out().lines().map(line -> line.replaceFirst(" .*", "")))
        .containsExactlyElementsOf(ProblemCatalogue.codes().map(ProblemCode::id).toList())
        .allMatch(id -> manual.contains("| " + id + " |"));
  }

  @Test
  void an_unknown_code_is_a_usage_error_with_the_nearest() {
    Run run = Run.pchat("explain", "XSD-0003");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("XSD-0003", "XSD-003").hasLineCount(1);
    assertThat(Run.pchat("explain", "nonsense").err()).contains("`pchat explain` lists them");
  }
}
