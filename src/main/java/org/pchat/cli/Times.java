package org.pchat.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pchat.model.Ticks;

/** Times for people, in one zone; ticks are taken as UTC. */
final class Times {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

  private final ZoneId zone;

  Times(ZoneId zone) {
    this.zone = zone;
  }

  String minute(Ticks ticks) {
    return ticks.hasIso() ? MINUTE.format(zoned(ticks)) : ticks.toString();
  }

  /** Returns date, time and zone. */
  String full(Ticks ticks) {
    return ticks.hasIso() ? SECOND.format(zoned(ticks)) + " " + zone : ticks + " ticks";
  }

  /** Returns a stretch of time: {@code 3 May 2018 10:12-11:40 UTC}. */
  String span(Ticks first, Ticks last) {
    if (!first.hasIso() || !last.hasIso()) {
      return first + " to " + last + (first.hasIso() ? "" : " ticks");
    }
    String begin = DATE.format(zoned(first)) + " " + clock(first);
    String end =
        day(first).equals(day(last))
            ? clock(last).equals(clock(first)) ? "" : "-" + clock(last)
            : " to " + DATE.format(zoned(last)) + " " + clock(last);
    return begin + end + " " + zone;
  }

  String clock(Ticks ticks) {
    return CLOCK.format(zoned(ticks));
  }

  LocalDate day(Ticks ticks) {
    return zoned(ticks).toLocalDate();
  }

  String day(LocalDate day) {
    return DAY.format(day);
  }

  ZoneId zone() {
    return zone;
  }

  private ZonedDateTime zoned(Ticks ticks) {
    return ticks.toInstant().atZone(zone);
  }
}
