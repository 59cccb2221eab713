package org.pchat.keep;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time by the calendar, spelled as restic spells it: {@code 1y5m7d2h}.
 *
 * @param years years
 * @param months months; a month back from March 31 is March 3, as restic counts
 * @param days days of the local calendar, of 23 to 25 hours
 * @param hours hours of 60 minutes
 */
public record Span(int years, int months, int days, int hours) {
  /** No time at all, which restic takes for no rule. */
  public static final Span ZERO = new Span(0, 0, 0, 0);

  private static final Pattern PART = Pattern.compile("(\\d{1,6})([ymdh])");

  /**
   * Parses such a length. A unit that stands there twice counts as it stands last.
   *
   * @throws IllegalArgumentException if {@code text} is none; the message is for the user
   */
  public static Span parse(String text) {
    Matcher part = PART.matcher(text);
    Span span = ZERO;
    int end = 0;
    for (; end < text.length() && part.find(end) && part.start() == end; end = part.end()) {
      span = span.with(part.group(2), Integer.parseInt(part.group(1)));
    }
    if (end < text.length() || text.isEmpty()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no length of time; write whole numbers with y, m, d and h behind them,"
              + " such as 1y5m7d2h");
    }
    return span;
  }

  private Span with(String unit, int number) {
    return switch (unit) {
      case "y" -> new Span(number, months, days, hours);
      case "m" -> new Span(years, number, days, hours);
      case "d" -> new Span(years, months, number, hours);
      default -> new Span(years, months, days, number);
    };
  }

  /** Returns whether it is no time at all. */
  public boolean isZero() {
    return equals(ZERO);
  }

  /** Returns the moment so long before {@code end}, by the calendar of {@code zone}. */
  Instant before(Instant end, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(end, zone);
    long month = local.getYear() * 12L + local.getMonthValue() - 1 - years * 12L - months;
    // Days are added last, so that February 31 is March 3 instead of February 28.
    LocalDateTime moved =
        LocalDateTime.of(
                (int) Math.floorDiv(month, 12L),
                (int) Math.floorMod(month, 12L) + 1,
                1,
                local.getHour(),
                local.getMinute(),
                local.getSecond(),
                local.getNano())
            .plusDays(local.getDayOfMonth() - 1L - days);
    return instant(moved, zone.getRules()).minusSeconds(hours * 3600L);
  }

  /**
   * Returns the instant that Go's {@code time.Date} takes for a local time. Where clocks are
   * changed it is in general neither the one nor the other choice of Java.
   */
  private static Instant instant(LocalDateTime local, ZoneRules rules) {
    Instant asUtc = local.toInstant(ZoneOffset.UTC);
    ZoneOffset guess = rules.getOffset(asUtc);
    return guess.getTotalSeconds() == 0
        ? asUtc
        : local.toInstant(rules.getOffset(local.toInstant(guess)));
  }

  /** Returns the length as restic prints it: without what is 0. */
  @Override
  public String toString() {
    return part(years, "y") + part(months, "m") + part(days, "d") + part(hours, "h");
  }

  private static String part(int number, String unit) {
    return number == 0 ? "" : number + unit;
  }
}
