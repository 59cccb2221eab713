package org.pchat.select;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Ticks;

/**
 * A stretch of time.
 *
 * @param since the first moment in it; null for no bound
 * @param until the first moment behind it; null for no bound
 */
public record DateRange(@Nullable Ticks since, @Nullable Ticks until) {
  /** All of time, also what lies outside the calendar. */
  public static final DateRange ALL = new DateRange(null, null);

  private static final int DATE_LENGTH = "2026-05-03".length();
  private static final int LAST_YEAR = 9999;
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Returns whether {@code time} lies in it. */
  public boolean contains(Ticks time) {
    return (since == null || time.compareTo(since) >= 0)
        && (until == null || time.compareTo(until) < 0);
  }

  /**
   * Returns the stretch that the user means. A bare date is that whole day in {@code zone}, also as
   * the last one; a time without offset is in {@code zone}, the earlier one where clocks were set
   * back.
   *
   * @param since what was given for {@code --since}; null for no bound
   * @param until what was given for {@code --until}; null for no bound
   * @throws SelectionException if a text is no date or time, or nothing can lie between the two
   */
  public static DateRange parse(@Nullable String since, @Nullable String until, ZoneId zone) {
    var range =
        new DateRange(
            since == null ? null : bound("--since", since, zone, 0),
            until == null ? null : bound("--until", until, zone, 1));
    if (range.since != null && range.until != null && range.since.compareTo(range.until) >= 0) {
      throw new SelectionException(
          "nothing lies between --since \"%s\" and --until \"%s\"; give the earlier time to --since"
              .formatted(since, until));
    }
    return range;
  }

  /**
   * Returns the moment that the user means. A bare date is where that day begins in {@code zone}.
   *
   * @param option what it was given for
   * @throws SelectionException if {@code text} is no date or time
   */
  public static Ticks moment(String option, String text, ZoneId zone) {
    return bound(option, text, zone, 0);
  }

  /** Returns the moment meant; for a bare date, where the day so many days later begins. */
  private static Ticks bound(String option, String text, ZoneId zone, int daysLater) {
    TemporalAccessor time = parse(option, text);
    if (time instanceof OffsetDateTime exact) {
      return Ticks.of(exact.toInstant());
    }
    if (time instanceof LocalDateTime local) {
      return Ticks.of(local.atZone(zone).toInstant());
    }
    return Ticks.of(LocalDate.from(time).plusDays(daysLater).atStartOfDay(zone).toInstant());
  }

  private static TemporalAccessor parse(String option, String text) {
    try {
      TemporalAccessor time =
          FORMAT.parseBest(
              withLetterT(text.strip()),
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      int year = time.get(ChronoField.YEAR);
      if (year < 1 || year > LAST_YEAR) {
        throw new DateTimeException("a year that no message can have");
      }
      return time;
    } catch (DateTimeException notATime) {
      throw new SelectionException(
          option
              + " \""
              + text
              + "\" is no date or time; give a date (2026-05-03), a local time"
              + " (2026-05-03T14:30) or a time with offset (2026-05-03T14:30:00Z,"
              + " 2026-05-03T14:30:00+02:00)");
    }
  }

  /** Takes {@code 2026-05-03 14:30} as well. */
  private static String withLetterT(String text) {
    return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
        ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
        : text;
  }
}
