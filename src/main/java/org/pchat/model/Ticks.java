package org.pchat.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A point in time as .NET counts it: steps of 100 nanoseconds since 0001-01-01T00:00:00, kept
 * exactly.
 *
 * <p>Any 64-bit value is allowed, also outside the years 1 to 9999. That the bigint columns of the
 * database are ticks is published, that they are UTC is inferred (docs/format.md, "Times").
 *
 * @param value the number of steps; may be negative
 */
public record Ticks(long value) implements Comparable<Ticks> {
  static final long PER_SECOND = 10_000_000;
  static final long UNIX_EPOCH_SECONDS = 62_135_596_800L;
  private static final long LAST_OF_YEAR_9999 = 3_155_378_975_999_999_999L;

  /** Returns the ticks of an instant; what is finer than 100 nanoseconds is cut off. */
  public static Ticks of(Instant instant) {
    return new Ticks(
        (instant.getEpochSecond() + UNIX_EPOCH_SECONDS) * PER_SECOND + instant.getNano() / 100);
  }

  /**
   * Parses what {@link #toString} writes, and ISO 8601 with any offset and up to seven fraction
   * digits.
   *
   * @return nothing when {@code text} is neither, or is finer than 100 nanoseconds
   */
  public static Optional<Ticks> tryParse(String text) {
    if (text.length() == IsoTicks.LENGTH) {
      Optional<Ticks> canonical = IsoTicks.parse(text);
      if (canonical.isPresent()) {
        return canonical;
      }
    }
    return text.indexOf('T') < 0 ? tryParseNumber(text) : tryParseIso(text);
  }

  private static Optional<Ticks> tryParseIso(String text) {
    try {
      Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      Ticks ticks = of(instant);
      return ticks.hasIso() && ticks.toInstant().equals(instant)
          ? Optional.of(ticks)
          : Optional.empty();
    } catch (DateTimeException | ArithmeticException notIso) {
      return Optional.empty();
    }
  }

  private static Optional<Ticks> tryParseNumber(String text) {
    try {
      return text.startsWith("+") ? Optional.empty() : Optional.of(new Ticks(Long.parseLong(text)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /** Returns whether this lies in the years 1 to 9999, which ISO 8601 can write. */
  public boolean hasIso() {
    return value >= 0 && value <= LAST_OF_YEAR_9999;
  }

  /** Returns the instant, taking the ticks as UTC. Exact for every value. */
  public Instant toInstant() {
    return Instant.ofEpochSecond(
        Math.floorDiv(value, PER_SECOND) - UNIX_EPOCH_SECONDS,
        Math.floorMod(value, PER_SECOND) * 100);
  }

  @Override
  public int compareTo(Ticks other) {
    return Long.compare(value, other.value);
  }

  /**
   * Returns ISO 8601 in UTC with seven fraction digits, or the plain number where {@link #hasIso}
   * is false.
   */
  @Override
  public String toString() {
    return hasIso() ? IsoTicks.format(this) : Long.toString(value);
  }
}
