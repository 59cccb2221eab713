package org.pchat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {
  private static final long LAST = 3_155_378_975_999_999_999L;

  @ParameterizedTest
  @CsvSource({
    "0, 0001-01-01T00:00:00.0000000Z",
    "621355968000000000, 1970-01-01T00:00:00.0000000Z",
    "634768926805222640, 2012-07-03T06:11:20.5222640Z",
    "3155378975999999999, 9999-12-31T23:59:59.9999999Z",
    "3155378976000000000, 3155378976000000000",
    "-1, -1",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void are_spelled_as_iso_where_that_can_hold_them(long value, String spelling) {
    assertThat(new Ticks(value)).hasToString(spelling);
    assertThat(Ticks.tryParse(spelling)).contains(new Ticks(value));
  }

  @Test
  void agree_with_java_time_and_survive_spelling() {
    var random = new Random(4);
    for (int i = 0; i < 100_000; i++) {
      var ticks = new Ticks(Math.floorMod(random.nextLong(), LAST));
      assertThat(Ticks.tryParse(ticks.toString())).contains(ticks);
      assertThat(Instant.parse(ticks.toString())).isEqualTo(ticks.toInstant());
      assertThat(Ticks.of(ticks.toInstant())).isEqualTo(ticks);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2018-06-04T09:30:00Z, 2018-06-04T09:30:00.0000000Z",
    "2018-06-04T09:30:00.5+02:00, 2018-06-04T07:30:00.5000000Z",
    "2018-06-04T09:30:00.123456700Z, 2018-06-04T09:30:00.1234567Z"
  })
  void are_read_from_other_iso_spellings_too(String text, String canonical) {
    assertThat(Ticks.tryParse(text).orElseThrow()).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "T",
        "yesterday",
        "+5",
        "1.5",
        "99999999999999999999",
        "2018-06-04T09:30:00.12345678Z",
        "2018-06-04T09:30:00",
        "2018-02-30T09:30:00.0000000Z",
        "2018-06-04T24:00:00.0000000Z",
        "2018-06-04T09:60:00.0000000Z",
        "2018-06-04T09:30:60.0000000Z",
        "0000-06-04T09:30:00.0000000Z",
        "2018-06-04 09:30:00.0000000Z",
        "２018-06-04T09:30:00.0000000Z"
      })
  void are_nothing_else(String text) {
    assertThat(Ticks.tryParse(text)).isEmpty();
  }
}
