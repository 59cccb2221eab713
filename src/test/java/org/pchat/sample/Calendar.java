package org.pchat.sample;

import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.pchat.model.Ticks;

/** The dates of the invented pool. All times are UTC. */
final class Calendar {
  /** When Monday's snapshot is taken: the first Monday night after the chat's last period. */
  static final LocalDateTime MONDAY = LocalDateTime.of(2019, 1, 14, 2, 0);

  /** When Tuesday's snapshot is taken. */
  static final LocalDateTime TUESDAY = MONDAY.plusDays(1);

  /** When the pool was set up; all records are later. */
  static final LocalDate SETUP = LocalDate.of(2004, 10, 4);

  private static final LocalTime OPENING = LocalTime.of(8, 0);
  private static final long OFFICE_SECONDS = 10 * 3600;
  private static final long TICKS_PER_SECOND = 10_000_000;

  private Calendar() {}

  static Ticks ticks(LocalDateTime time) {
    return Ticks.of(time.toInstant(ZoneOffset.UTC));
  }

  /** Returns a moment of that day's office hours, as exact as ticks are. */
  static Ticks officeHours(LocalDate day, Seed seed) {
    Ticks opening = ticks(day.atTime(OPENING));
    return new Ticks(opening.value() + seed.below(OFFICE_SECONDS * TICKS_PER_SECOND));
  }

  /** Returns a day of the given number of days from {@code first} on. */
  static LocalDate dayWithin(LocalDate first, int days, Seed seed) {
    return first.plusDays(seed.below(days));
  }

  /**
   * Returns the moment when this share of the office hours between two dates are over; ascending
   * with {@code share}.
   */
  static Ticks officeTime(LocalDate first, LocalDate end, double share) {
    long workDays = workDays(first, end);
    double days = share * workDays;
    long day = Math.min((long) days, workDays - 1);
    LocalDate monday = first.with(nextOrSame(DayOfWeek.MONDAY));
    LocalDate date = monday.plusDays(day / 5 * 7 + day % 5);
    long within = (long) ((days - day) * OFFICE_SECONDS * TICKS_PER_SECOND);
    return new Ticks(ticks(date.atTime(OPENING)).value() + within);
  }

  private static long workDays(LocalDate first, LocalDate end) {
    LocalDate monday = first.with(nextOrSame(DayOfWeek.MONDAY));
    long weeks = ChronoUnit.WEEKS.between(monday, end);
    return Math.max(1, weeks * 5);
  }

  /** Returns the time as SQL {@code datetime} holds it here: whole seconds, no zone. */
  static LocalDateTime wholeSeconds(Ticks ticks) {
    Instant instant = ticks.toInstant();
    return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
  }

  static boolean isWholeSeconds(LocalDateTime time) {
    return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
