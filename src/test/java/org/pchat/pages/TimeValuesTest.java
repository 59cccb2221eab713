package org.pchat.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times of rows, each as its bytes. */
class TimeValuesTest {
  private static final HexFormat HEX = HexFormat.of();

  @ParameterizedTest
  @CsvSource({
    "DATE, 0, 000000, 0001-01-01",
    "DATE, 0, DAB937, 9999-12-31",
    "TIME, 0, 7F5101, 23:59:59",
    "TIME, 3, FF5B2605, 23:59:59.999",
    "TIME, 7, 0100000000, 00:00:00.000000100",
    "DATETIME, 0, 0000000000000000, 1900-01-01T00:00",
    "DATETIME, 0, 0100000001000000, 1900-01-02T00:00:00.003",
    "DATETIME, 0, 00000000FFFFFFFF, 1899-12-31T00:00",
    "SMALLDATETIME, 0, 3B000100, 1900-01-02T00:59",
    "DATETIME2, 0, 3C0000010000, 0001-01-02T00:01",
    "DATETIMEOFFSET, 0, 3C00000100003C00, 0001-01-02T01:01+01:00",
    "DATETIMEOFFSET, 0, 3C0000010000E2FF, 0001-01-01T23:31-00:30",
  })
  void times_are_read_as_the_engine_stores_them(SqlType type, int scale, String bytes, String time)
      throws Exception {
    assertThat(TimeValues.read(type, HEX.parseHex(bytes), scale)).hasToString(time);
  }

  @ParameterizedTest
  @CsvSource({
    "TIME, 0, 805101, out of range",
    "TIME, 7, FFFFFFFFFF, out of range",
    "TIME, 8, 0000000000, impossible length",
    "TIME, 3, 000000, impossible length",
    "DATETIME, 0, 00000000, too short",
    "SMALLDATETIME, 0, 0000, too short",
    "DATETIME2, 7, 0000000000, too short",
    "DATETIMEOFFSET, 0, 3C0000010000, too short",
    "DATETIMEOFFSET, 0, 3C0000010000FF7F, out of range",
  })
  void impossible_times_are_damage(SqlType type, int scale, String bytes, String why) {
    assertThatThrownBy(() -> TimeValues.read(type, HEX.parseHex(bytes), scale))
        .isInstanceOf(DamagedPageException.class)
        .hasMessageContaining(why);
  }
}
