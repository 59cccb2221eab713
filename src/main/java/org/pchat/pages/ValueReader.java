package org.pchat.pages;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/** Turns the bytes of columns into values (docs/sqlserver-format.md, "Values"). */
final class ValueReader {
  private static final int MONEY_SCALE = 4;

  private final LobReader lobs;
  private final int databaseCollation;

  ValueReader(PageStore store, int databaseCollation) {
    this.lobs = new LobReader(store);
    this.databaseCollation = databaseCollation;
  }

  /** Returns the value of a column; null for NULL. */
  @Nullable Object read(StoredRow row, SqlColumn column) throws IOException, DamagedPageException {
    SqlColumn.Place place = column.place();
    if (row.isNull(place.nullBit())) {
      return null;
    }
    if (!place.isVariable()) {
      return fixed(row, column);
    }
    if (!row.hasVariable(place.variable())) {
      return value(column, new byte[0]);
    }
    byte[] bytes = variable(row, column);
    return bytes == null ? null : value(column, bytes);
  }

  private @Nullable Object fixed(StoredRow row, SqlColumn column) throws DamagedPageException {
    SqlColumn.Place place = column.place();
    if (column.type() == SqlType.BIT) {
      int at = row.fixed(place.offset(), 1);
      return (row.page().u8(at) & (1 << place.bit())) != 0;
    }
    int from = row.fixed(place.offset(), column.length());
    return value(column, Arrays.copyOfRange(row.page().bytes(), from, from + column.length()));
  }

  private byte @Nullable [] variable(StoredRow row, SqlColumn column)
      throws IOException, DamagedPageException {
    int number = column.place().variable();
    int from = row.variableFrom(number);
    int to = row.variableTo(number);
    if (to < from) {
      throw new DamagedPageException("a column has a negative length");
    }
    byte[] bytes = Arrays.copyOfRange(row.page().bytes(), from, to);
    if (column.type().isPointer() && bytes.length == LobReader.POINTER) {
      return lobs.text(bytes);
    }
    return row.isComplex(number) ? lobs.inline(bytes) : bytes;
  }

  /** Returns the value of a column whose row holds the root of a long value. */
  Object complex(SqlColumn column, byte[] root) throws IOException, DamagedPageException {
    return value(column, lobs.inline(root));
  }

  /** Returns the value of a column that may be a pointer; null where that leads to NULL. */
  @Nullable Object stored(SqlColumn column, byte[] bytes) throws IOException, DamagedPageException {
    boolean pointer = column.type().isPointer() && bytes.length == LobReader.POINTER;
    byte[] whole = pointer ? lobs.text(bytes) : bytes;
    return whole == null ? null : value(column, whole);
  }

  /** Returns the value of a column that is not NULL from its own bytes. */
  Object value(SqlColumn column, byte[] bytes) throws DamagedPageException {
    SqlType type = column.type();
    if (type.isWide()) {
      return wide(bytes, 0, bytes.length);
    } else if (type.isNarrow()) {
      return new String(bytes, charset(column));
    } else if (type.isBinary()) {
      return bytes;
    }
    return switch (type) {
      case TINYINT -> number(bytes, 1) & 0xFF;
      case SMALLINT -> number(bytes, 2);
      case INT -> number(bytes, 4);
      case BIGINT -> number(bytes, 8);
      case REAL -> (double) Float.intBitsToFloat((int) number(bytes, 4));
      case FLOAT -> Double.longBitsToDouble(number(bytes, 8));
      case MONEY -> BigDecimal.valueOf(number(bytes, 8), MONEY_SCALE);
      case SMALLMONEY -> BigDecimal.valueOf(number(bytes, 4), MONEY_SCALE);
      case DECIMAL, NUMERIC -> decimal(bytes, column.scale());
      case UNIQUEIDENTIFIER -> guid(bytes);
      case DATE, TIME, DATETIME, SMALLDATETIME, DATETIME2, DATETIMEOFFSET ->
          TimeValues.read(type, bytes, column.scale());
      default -> bytes;
    };
  }

  private Charset charset(SqlColumn column) {
    return CodePages.of(column.collation() == 0 ? databaseCollation : column.collation());
  }

  /** Returns text in UTF-16 as it stands: a database may hold half a surrogate pair. */
  static String wide(byte[] bytes, int from, int length) throws DamagedPageException {
    if (length % 2 != 0) {
      throw new DamagedPageException("a text in UTF-16 has an odd number of bytes");
    }
    char[] letters = new char[length / 2];
    for (int i = 0; i < letters.length; i++) {
      int at = from + 2 * i;
      letters[i] = (char) ((bytes[at] & 0xFF) | bytes[at + 1] << 8);
    }
    return new String(letters);
  }

  /** Returns a little-endian number with its sign. */
  static long number(byte[] bytes, int length) throws DamagedPageException {
    if (bytes.length < length) {
      throw new DamagedPageException("a number is too short");
    }
    long value = bytes[length - 1];
    for (int i = length - 2; i >= 0; i--) {
      value = (value << 8) | (bytes[i] & 0xFF);
    }
    return value;
  }

  /** Reads a sign, 1 for plus, and a little-endian magnitude. */
  private static BigDecimal decimal(byte[] bytes, int scale) throws DamagedPageException {
    if (bytes.length < 2) {
      throw new DamagedPageException("a number is too short");
    }
    byte[] magnitude = new byte[bytes.length - 1];
    for (int i = 0; i < magnitude.length; i++) {
      magnitude[i] = bytes[bytes.length - 1 - i];
    }
    return new BigDecimal(new BigInteger(bytes[0] == 1 ? 1 : -1, magnitude), scale);
  }

  /** The first three groups are little-endian. */
  private static Guid guid(byte[] bytes) throws DamagedPageException {
    long low = number(bytes, 4) & 0xFFFFFFFFL;
    long mid = number(Arrays.copyOfRange(bytes, 4, 6), 2) & 0xFFFF;
    long high = number(Arrays.copyOfRange(bytes, 6, 8), 2) & 0xFFFF;
    long rest = 0;
    for (int i = 8; i < 16; i++) {
      rest = (rest << 8) | (bytes[i] & 0xFF);
    }
    return new Guid((low << 32) | (mid << 16) | high, rest);
  }
}
