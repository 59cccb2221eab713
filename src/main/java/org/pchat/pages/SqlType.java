package org.pchat.pages;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The types of columns, by the numbers that the catalogue gives them. */
public enum SqlType {
  IMAGE(34),
  TEXT(35),
  UNIQUEIDENTIFIER(36),
  DATE(40),
  TIME(41),
  DATETIME2(42),
  DATETIMEOFFSET(43),
  TINYINT(48),
  SMALLINT(52),
  INT(56),
  SMALLDATETIME(58),
  REAL(59),
  MONEY(60),
  DATETIME(61),
  FLOAT(62),
  SQL_VARIANT(98),
  NTEXT(99),
  BIT(104),
  DECIMAL(106),
  NUMERIC(108),
  SMALLMONEY(122),
  BIGINT(127),
  VARBINARY(165),
  VARCHAR(167),
  BINARY(173),
  CHAR(175),
  TIMESTAMP(189),
  NVARCHAR(231),
  NCHAR(239),
  UDT(240),
  XML(241),
  /** A type that this tool does not know. */
  UNKNOWN(-1);

  private static final Map<Integer, SqlType> BY_NUMBER = new HashMap<>();

  static {
    for (SqlType type : values()) {
      BY_NUMBER.put(type.number, type);
    }
  }

  private final int number;

  SqlType(int number) {
    this.number = number;
  }

  static SqlType of(int number) {
    return BY_NUMBER.getOrDefault(number, UNKNOWN);
  }

  /** Returns whether the value always stands elsewhere, with a pointer to it in the row. */
  boolean isPointer() {
    return this == IMAGE || this == TEXT || this == NTEXT;
  }

  /** Returns whether its values are text in UTF-16. */
  boolean isWide() {
    return this == NVARCHAR || this == NCHAR || this == NTEXT;
  }

  /** Returns whether its values are text in a code page. */
  boolean isNarrow() {
    return this == VARCHAR || this == CHAR || this == TEXT;
  }

  /** Returns whether its values are bytes. */
  boolean isBinary() {
    return this == VARBINARY || this == BINARY || this == IMAGE || this == TIMESTAMP;
  }

  /** Returns the name in Transact-SQL. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
