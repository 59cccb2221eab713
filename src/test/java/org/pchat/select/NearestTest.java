package org.pchat.select;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "abc, '', 3",
    "'', abc, 3",
    "kitten, sitting, 3",
    "ab, ba, 2",
    "general, genral, 1",
    "sunday, saturday, 3"
  })
  void counts_the_edits_between_two_names(String from, String to, int distance) {
    assertThat(Nearest.editDistance(from, to)).isEqualTo(distance);
    assertThat(Nearest.editDistance(to, from)).isEqualTo(distance);
  }
}
