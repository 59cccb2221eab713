package org.pchat.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The canonical spelling of ticks, {@code 2018-06-04T09:30:00.1234567Z}, read and written by hand.
 *
 * <p>Every record has such a time, and the formatters of {@code java.time} took a third of the time
 * of reading an export (docs/performance.md).
 */
final class IsoTicks {
  /** How long the spelling is; it has no other form. */
  static final int LENGTH = 28;

  private static final String PATTERN = "0000-00-00T00:00:00.0000000Z";
  private static final long SECONDS_PER_DAY = 86_400;

  private IsoTicks() {}

  /** Returns the ticks; nothing when {@code text} is spelled otherwise or is no time. */
  static Optional<Ticks> parse(String text) {
    for (int i = 0; i < LENGTH; i++) {
      char expected = PATTERN.charAt(i);
      char c = text.charAt(i);
      if (expected == '0' ? c < '0' || c > '9' : c != expected) {
        return Optional.empty();
      }
    }
    int year = number(text, 0, 4);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (year < 1 || hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    try {
      long day = LocalDate.of(year, number(text, 5, 7), number(text, 8, 10)).toEpochDay();
      long seconds = day * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second;
      long whole = (seconds + Ticks.UNIX_EPOCH_SECONDS) * Ticks.PER_SECOND;
      return Optional.of(new Ticks(whole + number(text, 20, 27)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  /** Spells ticks that lie in the years 1 to 9999. */
  static String format(Ticks ticks) {
    long seconds = ticks.value() / Ticks.PER_SECOND - Ticks.UNIX_EPOCH_SECONDS;
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
    int clock = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
    char[] text = PATTERN.toCharArray();
    put(text, 4, date.getYear());
    put(text, 7, date.getMonthValue());
    put(text, 10, date.getDayOfMonth());
    put(text, 13, clock / 3_600);
    put(text, 16, clock / 60 % 60);
    put(text, 19, clock % 60);
    put(text, 27, (int) (ticks.value() % Ticks.PER_SECOND));
    return new String(text);
  }

  /** Writes a number that ends before {@code end}; the zeros before it stand there already. */
  private static void put(char[] text, int end, int number) {
    int at = end;
    for (int rest = number; rest > 0; rest /= 10) {
      text[--at] = (char) ('0' + rest % 10);
    }
  }
}
