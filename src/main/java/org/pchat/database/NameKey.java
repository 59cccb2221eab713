package org.pchat.database;

import java.util.Locale;

/**
 * How names are compared: without case, and without blanks at their end, as the usual collation of
 * SQL Server does. Widths and kinds of kana, which some collations ignore too, count here.
 */
final class NameKey {
  private NameKey() {}

  static String of(String name) {
    return name.stripTrailing().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
