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
