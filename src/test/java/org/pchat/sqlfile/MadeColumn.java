package org.pchat.sqlfile;

import java.util.Locale;
import java.util.Map;

/**
 * A column of a table that is made.
 *
 * @param name its name
 * @param type the number of its type
 * @param length how many bytes its values have at most; -1 for no limit
 * @param precision the digits of a decimal
 * @param scale the digits behind the point
 */
record MadeColumn(String name, int type, int length, int precision, int scale) {
  static final int INT = 56;
  static final int BIGINT = 127;
  static final int SMALLINT = 52;
  static final int TINYINT = 48;
  static final int BIT = 104;
  static final int GUID = 36;
  static final int DATETIME = 61;
  static final int NVARCHAR = 231;
  static final int VARCHAR = 167;
  static final int VARBINARY = 165;
  static final int BINARY = 173;
  static final int CHAR = 175;
  static final int NCHAR = 239;
  static final int DECIMAL = 106;

  private static final Map<String, MadeColumn> FIXED =
      Map.of(
          "int", new MadeColumn("", INT, 4, 10, 0),
          "bigint", new MadeColumn("", BIGINT, 8, 19, 0),
          "smallint", new MadeColumn("", SMALLINT, 2, 5, 0),
          "tinyint", new MadeColumn("", TINYINT, 1, 3, 0),
          "bit", new MadeColumn("", BIT, 1, 1, 0),
          "uniqueidentifier", new MadeColumn("", GUID, 16, 0, 0),
          "datetime", new MadeColumn("", DATETIME, 8, 23, 3));
  private static final Map<String, Integer> SIZED =
      Map.of(
          "nvarchar", NVARCHAR,
          "varchar", VARCHAR,
          "varbinary", VARBINARY,
          "binary", BINARY,
          "char", CHAR,
          "nchar", NCHAR);

  /** Returns a column of a type as Transact-SQL spells it, such as {@code nvarchar(256)}. */
  static MadeColumn of(String name, String type) {
    String word = type.replaceAll("\\(.*", "").toLowerCase(Locale.ROOT);
    String size = type.replaceAll(".*\\(|\\)", "");
    MadeColumn fixed = FIXED.get(word);
    if (fixed != null) {
      return new MadeColumn(name, fixed.type, fixed.length, fixed.precision, fixed.scale);
    }
    int number = SIZED.get(word);
    int unit = number == NVARCHAR || number == NCHAR ? 2 : 1;
    int length = size.equals("max") ? -1 : unit * Integer.parseInt(size);
    return new MadeColumn(name, number, length, 0, 0);
  }

  /** Returns a decimal column. */
  static MadeColumn decimal(String name, int precision, int scale) {
    int length = precision <= 9 ? 5 : precision <= 19 ? 9 : precision <= 28 ? 13 : 17;
    return new MadeColumn(name, DECIMAL, length, precision, scale);
  }

  boolean isVariable() {
    return type == NVARCHAR || type == VARCHAR || type == VARBINARY;
  }

  boolean hasNoLimit() {
    return length < 0;
  }
}
