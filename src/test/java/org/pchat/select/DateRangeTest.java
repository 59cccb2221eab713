package org.pchat.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.Ticks;

final class DateRangeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-05-03T10:00:00Z, 2026-05-03T10:00:00.0000000Z",
    "2026-05-03T10:00:00.1234567+02:00, 2026-05-03T08:00:00.1234567Z",
    "2026-05-03t10:00z, 2026-05-03T10:00:00.0000000Z",
    "2026-05-03T10:00, 2026-05-03T08:00:00.0000000Z",
    "2026-05-03 10:00:01, 2026-05-03T08:00:01.0000000Z",
    "2026-05-03 10:00+01:00, 2026-05-03T09:00:00.0000000Z",
    "2026-12-03T10:00, 2026-12-03T09:00:00.0000000Z",
    "2026-05-03, 2026-05-02T22:00:00.0000000Z",
    "' 2026-05-03 ', 2026-05-02T22:00:00.0000000Z",
    "2026-10-25T02:30, 2026-10-25T00:30:00.0000000Z",
    "2026-03-29T02:30, 2026-03-29T01:30:00.0000000Z",
  })
  void takes_instants_local_times_and_dates(String text, String utc) {
    assertThat(DateRange.parse(text, null, BERLIN))
        .isEqualTo(new DateRange(Ticks.tryParse(utc).orElseThrow(), null));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-03, 2026-05-03T22:00:00.0000000Z",
    "2026-03-29, 2026-03-29T22:00:00.0000000Z",
    "2026-05-03T22:00:00Z, 2026-05-03T22:00:00.0000000Z"
  })
  void includes_a_last_day_but_not_a_last_moment(String text, String utc) {
    assertThat(DateRange.parse(null, text, BERLIN))
        .isEqualTo(new DateRange(null, Ticks.tryParse(utc).orElseThrow()));
  }

  @Test
  void one_date_at_both_ends_is_that_day() {
    DateRange day = DateRange.parse("2026-10-25", "2026-10-25", BERLIN);
    assertThat(hours(day)).as("the day on which clocks are set back").isEqualTo(25);
    assertThat(hours(DateRange.parse("2026-03-29", "2026-03-29", BERLIN))).isEqualTo(23);
  }

  @Test
  void holds_its_first_moment_and_not_its_last() {
    var range = new DateRange(new Ticks(5), new Ticks(7));
    assertThat(range.contains(new Ticks(4))).isFalse();
    assertThat(range.contains(new Ticks(5))).isTrue();
    assertThat(range.contains(new Ticks(6))).isTrue();
    assertThat(range.contains(new Ticks(7))).isFalse();
    assertThat(DateRange.ALL.contains(new Ticks(Long.MIN_VALUE))).isTrue();
    assertThat(DateRange.ALL.contains(new Ticks(Long.MAX_VALUE))).isTrue();
  }

  @Test
  void reaches_the_last_day_of_the_calendar() {
    assertThat(DateRange.parse("0001-01-01", "9999-12-31", ZoneId.of("UTC")).since())
        .isEqualTo(new Ticks(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026",
        "2026-5-3",
        "2026-02-30",
        "2026-05-03T25:00",
        "0000-01-01",
        "+12345-01-01",
        "-0001-01-01",
        "2026-05-03T10:00:00Zx",
        "636012345678901234"
      })
  void refuses_anything_else_and_says_what_it_takes(String text) {
    assertThatThrownBy(() -> DateRange.parse(null, text, BERLIN))
        .isInstanceOf(SelectionException.class)
        .hasMessage(
            "--until \""
                + text
                + "\" is no date or time; give a date (2026-05-03), a local time"
                + " (2026-05-03T14:30) or a time with offset (2026-05-03T14:30:00Z,"
                + " 2026-05-03T14:30:00+02:00)");
  }

  @ParameterizedTest
  @CsvSource({"2026-05-04, 2026-05-03", "2026-05-03T10:00Z, 2026-05-03T10:00Z"})
  void refuses_a_range_in_which_nothing_can_lie(String since, String until) {
    assertThatThrownBy(() -> DateRange.parse(since, until, BERLIN))
        .isInstanceOf(SelectionException.class)
        .hasMessageStartingWith("nothing lies between")
        .hasMessageContaining(since)
        .hasMessageContaining(until);
  }

  private static long hours(DateRange range) {
    return (range.until().value() - range.since().value()) / 36_000_000_000L;
  }
}
