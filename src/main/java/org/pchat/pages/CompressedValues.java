package org.pchat.pages;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of compressed columns into those of plain ones (docs/sqlserver-format.md,
 * "Compressed rows"), so that both become values in one way.
 */
final class CompressedValues {
  private static final int WORD = 8;

  private final ValueReader plain;

  CompressedValues(ValueReader plain) {
    this.plain = plain;
  }

  /** Returns the value of a column; null for NULL. */
  @Nullable Object read(CompressedRow row, SqlColumn column, CompressedPage page)
      throws IOException, DamagedPageException {
    int ordinal = column.place().ordinal();
    if (ordinal < 0 || row.isNull(ordinal)) {
      return null;
    }
    if (column.type() == SqlType.BIT) {
      return row.isTrue(ordinal);
    }
    byte[] bytes = row.bytes(ordinal, page);
    if (row.isComplex(ordinal)) {
      return plain.complex(column, bytes);
    }
    return value(column, bytes);
  }

  private @Nullable Object value(SqlColumn column, byte[] bytes)
      throws IOException, DamagedPageException {
    SqlType type = column.type();
    return switch (type) {
      case TINYINT -> bytes.length == 0 ? Long.valueOf(0) : Long.valueOf(bytes[0] & 0xFF);
      case SMALLINT, INT, BIGINT -> integer(bytes);
      case MONEY, SMALLMONEY -> BigDecimal.valueOf(integer(bytes), 4);
      case DATETIME -> plain.value(column, littleEndian(integer(bytes), 8));
      case SMALLDATETIME -> plain.value(column, littleEndian(integer(bytes), 4));
      case REAL, FLOAT -> plain.value(column, padded(bytes, column.length(), true));
      case DECIMAL, NUMERIC -> decimal(bytes, column.scale());
      case BINARY, UNIQUEIDENTIFIER, TIMESTAMP ->
          plain.value(column, padded(bytes, column.length(), false));
      case NCHAR -> blanks(text(column, bytes), column.length() / 2);
      case NVARCHAR -> text(column, bytes);
      case CHAR -> blanks((String) plain.value(column, bytes), column.length());
      case DATE, TIME, DATETIME2, DATETIMEOFFSET ->
          throw new DamagedPageException(
              "descriptions of compressed columns of type " + type + " contradict one another");
      default -> plain.stored(column, bytes);
    };
  }

  private static String text(SqlColumn column, byte[] bytes) throws DamagedPageException {
    return bytes.length % 2 == 0 || column.length() < 0
        ? ValueReader.wide(bytes, 0, bytes.length)
        : Scsu.decode(bytes);
  }

  private static String blanks(String text, int length) {
    return text + " ".repeat(Math.max(0, length - text.length()));
  }

  /** Big-endian, as few bytes as it takes, with half the range added. */
  private static long integer(byte[] bytes) throws DamagedPageException {
    if (bytes.length > WORD) {
      throw new DamagedPageException("a number is too long");
    }
    if (bytes.length == 0) {
      return 0;
    }
    long value = 0;
    for (byte part : bytes) {
      value = (value << 8) | (part & 0xFF);
    }
    return value - (1L << (8 * bytes.length - 1));
  }

  private static byte[] littleEndian(long value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (value >>> (8 * i));
    }
    return bytes;
  }

  private static byte[] padded(byte[] bytes, int length, boolean before)
      throws DamagedPageException {
    if (bytes.length > length) {
      throw new DamagedPageException("a column is longer than its type");
    }
    if (!before) {
      return Arrays.copyOf(bytes, length);
    }
    byte[] padded = new byte[length];
    System.arraycopy(bytes, 0, padded, length - bytes.length, bytes.length);
    return padded;
  }

  /** A sign and an exponent of ten in the first byte, then three digits in ten bits each. */
  private static BigDecimal decimal(byte[] bytes, int scale) throws DamagedPageException {
    if (bytes.length == 0) {
      return BigDecimal.ZERO.setScale(scale);
    }
    int exponent = (bytes[0] & 0x7F) - 64;
    var bits = new BigInteger(1, Arrays.copyOfRange(bytes, 1, bytes.length));
    int count = 8 * (bytes.length - 1);
    var digits = new StringBuilder();
    for (int at = count - 10; at > -10; at -= 10) {
      BigInteger group = at >= 0 ? bits.shiftRight(at) : bits.shiftLeft(-at);
      digits.append("%03d".formatted(group.intValue() & 0x3FF));
    }
    if (digits.isEmpty()) {
      throw new DamagedPageException("a number is too short");
    }
    BigDecimal value =
        new BigDecimal(new BigInteger(digits.toString()), digits.length() - 1 - exponent);
    return (bytes[0] < 0 ? value : value.negate()).setScale(scale, RoundingMode.HALF_UP);
  }
}
