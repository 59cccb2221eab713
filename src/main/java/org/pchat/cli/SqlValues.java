package org.pchat.cli;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of SQL Server's tables as text and as JSON. */
final class SqlValues {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private SqlValues() {}

  /** Returns a value for people; nothing for NULL. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof byte[] bytes) {
      return "0x" + HEX.formatHex(bytes);
    } else if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value.toString();
  }

  /** Returns a value for {@link org.pchat.document.JsonOutput}: numbers and truth as such. */
  static Object json(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    return value instanceof Long || value instanceof Double || value instanceof Boolean
        ? value
        : text(value);
  }
}
