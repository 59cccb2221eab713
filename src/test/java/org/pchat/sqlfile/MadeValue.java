package org.pchat.sqlfile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.pchat.model.Guid;

/** Spells values as the engine stores them in rows that are not compressed. */
final class MadeValue {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final LocalDate YEAR_1900 = LocalDate.of(1900, 1, 1);

  private MadeValue() {}

  /** Returns the bytes of a value that is not NULL. */
  static byte[] bytes(MadeColumn column, Object value) {
    return switch (column.type()) {
      case MadeColumn.NVARCHAR -> wide((String) value);
      case MadeColumn.NCHAR -> padded(wide((String) value), column, ' ', 2);
      case MadeColumn.VARCHAR -> text(value, WESTERN);
      case MadeColumn.CHAR -> padded(text(value, WESTERN), column, ' ', 1);
      case MadeColumn.VARBINARY -> (byte[]) value;
      case MadeColumn.BINARY -> Arrays.copyOf((byte[]) value, column.length());
      case MadeColumn.GUID -> guid((Guid) value);
      case MadeColumn.DATETIME -> datetime((LocalDateTime) value);
      case MadeColumn.DECIMAL -> decimal((BigDecimal) value, column);
      default -> number(((Number) value).longValue(), column.length());
    };
  }

  /** Not by way of a charset, which would lose halves of surrogate pairs. */
  static byte[] wide(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * text.length()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  private static byte[] text(Object value, Charset charset) {
    return ((String) value).getBytes(charset);
  }

  private static byte[] padded(byte[] text, MadeColumn column, char blank, int unit) {
    byte[] padded = Arrays.copyOf(text, column.length());
    for (int i = text.length; i < padded.length; i += unit) {
      padded[i] = (byte) blank;
    }
    return padded;
  }

  /** Returns a little-endian number. */
  static byte[] number(long value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (value >>> (8 * i));
    }
    return bytes;
  }

  private static byte[] guid(Guid guid) {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) (guid.high() >>> 32))
        .putShort((short) (guid.high() >>> 16))
        .putShort((short) guid.high())
        .order(ByteOrder.BIG_ENDIAN)
        .putLong(guid.low())
        .array();
  }

  /** Ticks of 1/300 second, and days since 1900. */
  private static byte[] datetime(LocalDateTime time) {
    long millis = ChronoUnit.MILLIS.between(time.toLocalDate().atStartOfDay(), time);
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) Math.round(millis * 0.3))
        .putInt((int) ChronoUnit.DAYS.between(YEAR_1900, time.toLocalDate()))
        .array();
  }

  private static byte[] decimal(BigDecimal value, MadeColumn column) {
    byte[] bytes = new byte[column.length()];
    bytes[0] = (byte) (value.signum() < 0 ? 0 : 1);
    BigInteger magnitude = value.abs().setScale(column.scale()).unscaledValue();
    for (int i = 1; i < bytes.length; i++) {
      bytes[i] = magnitude.shiftRight(8 * (i - 1)).byteValue();
    }
    return bytes;
  }
}
