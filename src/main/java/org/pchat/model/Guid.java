package org.pchat.model;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A GUID, ordered as its canonical text is: lower-case hexadecimal digits in groups of 8-4-4-4-12.
 *
 * <p>{@code java.util.UUID} is not used because it orders by signed halves and parses loosely.
 *
 * @param high the first 16 digits
 * @param low the last 16 digits
 */
public record Guid(long high, long low) implements Comparable<Guid> {
  private static final int TEXT_LENGTH = 36;
  private static final HexFormat HEX = HexFormat.of();

  /**
   * Parses the canonical text, in either case.
   *
   * @throws IllegalArgumentException if {@code text} is anything else
   */
  public static Guid parse(String text) {
    return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not a GUID: " + text));
  }

  /**
   * Returns the GUID, or nothing when {@code text} is not 8-4-4-4-12 hexadecimal digits of either
   * case.
   */
  public static Optional<Guid> tryParse(String text) {
    if (text.length() != TEXT_LENGTH) {
      return Optional.empty();
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < TEXT_LENGTH; i++) {
      char c = text.charAt(i);
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (c != '-') {
          return Optional.empty();
        }
        continue;
      }
      if (!HexFormat.isHexDigit(c)) {
        return Optional.empty();
      }
      if (i < 18) {
        high = high << 4 | HexFormat.fromHexDigit(c);
      } else {
        low = low << 4 | HexFormat.fromHexDigit(c);
      }
    }
    return Optional.of(new Guid(high, low));
  }

  /** Returns whether all of it is 0, which stands where a source tells none. */
  public boolean isZero() {
    return high == 0 && low == 0;
  }

  /**
   * Returns whether it was derived from a name or address (RFC 9562, version 5). Servers give out
   * random ones.
   */
  public boolean isDerived() {
    return (high >>> 12 & 0xf) == 5;
  }

  @Override
  public int compareTo(Guid other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }

  /** Returns the canonical text. */
  @Override
  public String toString() {
    String h = HEX.toHexDigits(high);
    String l = HEX.toHexDigits(low);
    return h.substring(0, 8)
        + '-'
        + h.substring(8, 12)
        + '-'
        + h.substring(12)
        + '-'
        + l.substring(0, 4)
        + '-'
        + l.substring(4);
  }
}
