package org.pchat.cli;

import java.util.Locale;

/**
 * Numbers of bytes in words: units of 1,000, as disks are sold and as Microsoft's example of 150 KB
 * against 4 MB counts.
 */
final class Bytes {
  private static final String UNITS = "KMGTP";

  private Bytes() {}

  /** Returns a short form with a unit: {@code 999 B}, {@code 1.5 KB}, {@code 172 KB}. */
  static String format(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5 && unit < UNITS.length() - 1) {
      value /= 1_000;
      unit++;
    }
    return String.format(
        Locale.ROOT, value < 9.95 ? "%.1f %sB" : "%.0f %sB", value, UNITS.charAt(unit));
  }

  /** Parses a number with an optional unit, such as {@code 500G}. */
  static long parse(String text, String option) {
    String number = text.strip().toUpperCase(Locale.ROOT).replaceFirst("B$", "");
    int unit = number.isEmpty() ? -1 : UNITS.indexOf(number.charAt(number.length() - 1));
    String digits = unit < 0 ? number : number.substring(0, number.length() - 1);
    try {
      long value = Long.parseLong(digits.strip());
      for (int i = 0; i <= unit; i++) {
        value = Math.multiplyExact(value, 1_000L);
      }
      if (value > 0) {
        return value;
      }
    } catch (ArithmeticException | NumberFormatException notASize) {
      // worded below
    }
    throw new UsageException(
        option
            + ": \""
            + text
            + "\" is no size; write a number of bytes, or one with K, M, G or T behind it");
  }
}
