package org.pchat.layout;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.ValueSpelling.Time;
import org.pchat.model.Ticks;

/** Reads times in one spelling. */
final class TimeReading {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /** The plain spelling: ticks, or ISO 8601. */
  static final TimeReading PLAIN = new TimeReading(null, null, null);

  private final ValueSpelling.@Nullable Unit unit;
  private final @Nullable DateTimeFormatter pattern;
  private final @Nullable ZoneId zone;

  private TimeReading(
      ValueSpelling.@Nullable Unit unit,
      @Nullable DateTimeFormatter pattern,
      @Nullable ZoneId zone) {
    this.unit = unit;
    this.pattern = pattern;
    this.zone = zone;
  }

  /** Returns what reads values of this spelling; the plain one for any that is none of times. */
  static TimeReading of(ValueSpelling spelling) {
    if (!(spelling instanceof Time time)) {
      return PLAIN;
    }
    DateTimeFormatter pattern =
        time.pattern() == null
            ? null
            : new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(time.pattern())
                .toFormatter(Locale.ROOT);
    return new TimeReading(time.unit(), pattern, time.zone());
  }

  /**
   * Reads a point in time.
   *
   * @param userZone the zone of times that say none, if the user knows it
   * @return nothing if it is spelled otherwise, or finer than 100 nanoseconds
   */
  Optional<Ticks> ticks(String text, @Nullable ZoneId userZone) {
    try {
      return Optional.of(isUnix() ? unix(text) : read(text, zone == null ? userZone : zone));
    } catch (DateTimeException | ArithmeticException | NumberFormatException other) {
      return Optional.empty();
    }
  }

  private Ticks read(String text, @Nullable ZoneId local) {
    boolean isEither = unit == null || unit == ValueSpelling.Unit.PLAIN;
    boolean isNumber = isEither && text.indexOf('-', 1) < 0 && text.indexOf(':') < 0;
    if (unit == ValueSpelling.Unit.TICKS || isNumber) {
      var ticks = new Ticks(Long.parseLong(text));
      return local == null ? ticks : PlainValues.inZone(ticks, local);
    }
    if (pattern == null) {
      Optional<Ticks> canonical = text.length() == 28 ? Ticks.tryParse(text) : Optional.empty();
      if (canonical.isPresent()) {
        return canonical.get();
      }
    }
    return exact(instant(parsed(text), local));
  }

  private boolean isUnix() {
    return unit == ValueSpelling.Unit.UNIX_SECONDS || unit == ValueSpelling.Unit.UNIX_MILLISECONDS;
  }

  /** Unix time is UTC by its definition; a zone is only for sources that got it wrong. */
  private Ticks unix(String text) {
    int places = unit == ValueSpelling.Unit.UNIX_SECONDS ? 9 : 6;
    long nanos = new BigDecimal(text).movePointRight(places).longValueExact();
    Ticks ticks =
        exact(
            Instant.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)));
    return zone == null ? ticks : PlainValues.inZone(ticks, zone);
  }

  private TemporalAccessor parsed(String text) {
    if (pattern != null) {
      return pattern.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }
    String iso = text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text;
    return ISO.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
  }

  private static String withT(String text) {
    int offset = text.indexOf(' ', 11);
    String rest =
        offset < 0 ? text.substring(11) : text.substring(11, offset) + text.substring(offset + 1);
    return text.substring(0, 10) + 'T' + rest;
  }

  private static Instant instant(TemporalAccessor time, @Nullable ZoneId local) {
    if (time instanceof OffsetDateTime zoned) {
      return zoned.toInstant();
    }
    LocalDateTime plain = time instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) time;
    return plain.atZone(local == null ? ZoneOffset.UTC : local).toInstant();
  }

  private static Ticks exact(Instant instant) {
    Ticks ticks = Ticks.of(instant);
    if (!ticks.hasIso() || !ticks.toInstant().equals(instant)) {
      throw new ArithmeticException("finer than ticks, or outside of the years 1 to 9999");
    }
    return ticks;
  }

  /** Reads a date and time that has no zone; an offset that stands there is left out. */
  Optional<LocalDateTime> local(String text) {
    try {
      TemporalAccessor time = parsed(text);
      if (time instanceof OffsetDateTime zoned) {
        return Optional.of(zoned.toLocalDateTime());
      }
      return Optional.of(time instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) time);
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  /** Returns whether values of this spelling need no zone of the user's. */
  boolean isZoned() {
    return zone != null || isUnix();
  }
}
