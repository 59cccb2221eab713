package org.pchat.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180): every value in quotes, lines ended by CR LF.
 *
 * <p>A spreadsheet takes a value that begins with {@code = + - @}, a tab or a line end for a
 * formula, and archives are hostile; such texts get an apostrophe in front. Numbers do not come
 * here as texts.
 */
final class Csv {
  private static final String FORMULA = "=+-@\t\r\n";

  private final Page page;

  Csv(Page page) {
    this.page = page;
  }

  /** Prints a line. */
  void row(String... values) throws IOException {
    page.line(Arrays.stream(values).map(this::quoted).collect(Collectors.joining(",")) + "\r");
  }

  private String quoted(String value) {
    boolean active = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    return '"' + (active ? "'" : "") + page.safe(value).replace("\"", "\"\"") + '"';
  }
}
