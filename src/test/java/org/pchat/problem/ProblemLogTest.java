package org.pchat.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemLogTest {
  private static Problem problem(Severity severity, int number) {
    return new Problem(
        ExportProblem.MISSING_VALUE,
        severity,
        Location.of("a.zip", "Rooms.xml").at(number, 1),
        List.of("Room", "guid"));
  }

  @Test
  void a_thousand_warnings_do_not_hide_an_error() {
    ProblemLog log = ProblemLog.tolerant(10);
    for (int i = 0; i < 1_000; i++) {
      log.add(problem(Severity.WARNING, i));
    }
    log.add(problem(Severity.ERROR, 1));
    assertThat(log.problems()).hasSize(11).contains(problem(Severity.ERROR, 1));
    assertThat(log.count(Severity.WARNING)).isEqualTo(1_000);
    assertThat(log.dropped()).isEqualTo(990);
  }

  @Test
  void the_same_problem_counts_once() {
    ProblemLog log = ProblemLog.tolerant();
    log.add(problem(Severity.ERROR, 1));
    log.add(problem(Severity.ERROR, 1));
    assertThat(log.count(Severity.ERROR)).isEqualTo(1);
  }

  @Test
  void a_strict_log_lets_warnings_pass_and_throws_at_an_error() {
    ProblemLog log = ProblemLog.strict();
    log.add(problem(Severity.WARNING, 1));
    assertThatThrownBy(() -> log.add(problem(Severity.ERROR, 2)))
        .isInstanceOf(MalformedArchiveException.class)
        .hasMessage(problem(Severity.ERROR, 2).toString());
  }

  @Test
  void a_problem_is_one_sentence_with_place_advice_and_code() {
    assertThat(problem(Severity.ERROR, 7))
        .hasToString(
            "a.zip: Rooms.xml:7:1: the Room has no guid, which it needs; the record was passed over;"
                + " take it from another export, or correct the entry [EXP-010]");
  }

  @Test
  void places_leave_out_what_is_unknown() {
    assertThat(Location.NONE).hasToString("");
    assertThat(Location.of("a.zip")).hasToString("a.zip");
    assertThat(Location.of(null, "Rooms.xml").at(3, 0)).hasToString("Rooms.xml:3");
  }
}
