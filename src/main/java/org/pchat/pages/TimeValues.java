package org.pchat.pages;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Dates and times as the engine stores them. */
final class TimeValues {
  private static final LocalDate YEAR_1900 = LocalDate.of(1900, 1, 1);
  private static final LocalDate YEAR_1 = LocalDate.of(1, 1, 1);
  private static final int DATE_BYTES = 3;
  private static final int FRACTION_DIGITS = 9;

  private TimeValues() {}

  /**
   * Reads a value.
   *
   * @param scale how many digits of a second it has
   */
  static Object read(SqlType type, byte[] bytes, int scale) throws DamagedPageException {
    try {
      return switch (type) {
        case DATE -> date(bytes);
        case TIME -> time(bytes, scale);
        case DATETIME -> datetime(bytes);
        case SMALLDATETIME -> smalldatetime(bytes);
        case DATETIME2 -> datetime2(bytes, scale);
        default -> withOffset(bytes, scale);
      };
    } catch (DateTimeException | ArithmeticException impossible) {
      throw new DamagedPageException("a time is out of range");
    }
  }

  /** Reads ticks of 1/300 second and days since 1900; shown, as the server does, to 1/1000. */
  private static LocalDateTime datetime(byte[] bytes) throws DamagedPageException {
    long ticks = ValueReader.number(bytes, 4) & 0xFFFFFFFFL;
    long days = ValueReader.number(rest(bytes, 4), 4);
    long millis = (ticks * 10 + 1) / 3;
    return YEAR_1900.plusDays(days).atStartOfDay().plus(Duration.ofMillis(millis));
  }

  private static LocalDateTime smalldatetime(byte[] bytes) throws DamagedPageException {
    long minutes = ValueReader.number(bytes, 2) & 0xFFFF;
    long days = ValueReader.number(rest(bytes, 2), 2) & 0xFFFF;
    return YEAR_1900.plusDays(days).atStartOfDay().plusMinutes(minutes);
  }

  private static LocalDate date(byte[] bytes) throws DamagedPageException {
    return YEAR_1.plusDays(ValueReader.number(bytes, DATE_BYTES) & 0xFFFFFF);
  }

  private static LocalTime time(byte[] bytes, int scale) throws DamagedPageException {
    long units = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      units = (units << 8) | (bytes[i] & 0xFF);
    }
    if (scale > 7 || bytes.length != timeBytes(scale)) {
      throw new DamagedPageException("a time has an impossible length");
    }
    long nanos = units;
    for (int digit = scale; digit < FRACTION_DIGITS; digit++) {
      nanos *= 10;
    }
    return LocalTime.ofNanoOfDay(nanos);
  }

  private static int timeBytes(int scale) {
    return scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
  }

  private static LocalDateTime datetime2(byte[] bytes, int scale) throws DamagedPageException {
    int time = timeBytes(scale);
    if (bytes.length < time + DATE_BYTES) {
      throw new DamagedPageException("a time is too short");
    }
    return date(rest(bytes, time)).atTime(time(Arrays.copyOf(bytes, time), scale));
  }

  /** The time is UTC; the minutes of the offset follow. */
  private static OffsetDateTime withOffset(byte[] bytes, int scale) throws DamagedPageException {
    int minutes = (int) ValueReader.number(rest(bytes, timeBytes(scale) + DATE_BYTES), 2);
    return datetime2(bytes, scale)
        .atOffset(ZoneOffset.UTC)
        .withOffsetSameInstant(ZoneOffset.ofTotalSeconds(minutes * 60));
  }

  private static byte[] rest(byte[] bytes, int from) throws DamagedPageException {
    if (bytes.length <= from) {
      throw new DamagedPageException("a time is too short");
    }
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }
}
