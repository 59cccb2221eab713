package org.pchat.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  /** Of one a day, d0 the newest. */
  private static List<Decision> decide(Policy policy, int days) {
    List<Candidate> snapshots =
        IntStream.range(0, days)
            .mapToObj(n -> new Candidate("d" + n, NOW.minusSeconds(60 + n * 86_400L), List.of()))
            .toList();
    return policy.decide(snapshots, NOW, ZoneOffset.UTC);
  }

  private static List<String> kept(List<Decision> decisions) {
    return decisions.stream().filter(Decision::isKept).map(d -> d.snapshot().id()).toList();
  }

  @Test
  void an_empty_policy_keeps_all_and_says_so() {
    assertThat(Policy.EMPTY.keep(Period.DAILY, 0).isEmpty()).isTrue();
    assertThat(decide(Policy.EMPTY, 2))
        .extracting(Decision::reasons)
        .containsOnly(List.of("policy is empty"));
  }

  @Test
  void nothing_is_decided_over_nothing() {
    assertThat(decide(Policy.EMPTY.keep(Period.LAST, 1), 0)).isEmpty();
  }

  @Test
  void a_pin_and_the_last_good_one_outlive_the_policy() {
    var safeguards = new Safeguards(Set.of("d4"), "d3", true);

    List<Decision> decisions = safeguards.guard(decide(Policy.EMPTY.keep(Period.LAST, 1), 6));

    assertThat(kept(decisions)).containsExactly("d0", "d3", "d4");
    assertThat(decisions.get(3).reasons()).containsExactly(Safeguards.GATE_CLOSED);
    assertThat(decisions.get(4).reasons()).containsExactly(Safeguards.PINNED);
  }

  @Test
  void with_the_gate_open_the_last_good_one_has_no_privilege() {
    var safeguards = new Safeguards(Set.of(), "d3", false);

    assertThat(kept(safeguards.guard(decide(Policy.EMPTY.keep(Period.LAST, 1), 6))))
        .containsExactly("d0");
  }

  @Test
  void a_policy_that_keeps_nothing_leaves_the_last_good_one() {
    Policy nothing = Policy.EMPTY.keepTagged("no such tag");

    assertThat(kept(new Safeguards(Set.of(), "d1", false).guard(decide(nothing, 3))))
        .containsExactly("d1");
    assertThat(kept(new Safeguards(Set.of(), null, false).guard(decide(nothing, 3))))
        .containsExactly("d0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "d", "5x", "-5d", "1d ", "1,5d", "9999999d", "1d2"})
  void a_length_that_is_none_is_refused(String text) {
    assertThatThrownBy(() -> Span.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\" is no length of time");
  }

  @Test
  void a_length_is_printed_as_restic_prints_it() {
    assertThat(Span.parse("2h7d1y0m")).hasToString("1y7d2h");
    assertThat(Span.parse("0d").isZero()).isTrue();
  }

  @Test
  void a_negative_count_is_refused() {
    assertThatThrownBy(() -> Policy.EMPTY.keep(Period.WEEKLY, -1))
        .hasMessageContaining("--keep-weekly -1");
  }
}
