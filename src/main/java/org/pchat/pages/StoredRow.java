package org.pchat.pages;

/**
 * A row in a page, in the format with fixed and variable columns (docs/sqlserver-format.md,
 * "Rows"). One object goes from row to row.
 */
final class StoredRow {
  private static final int FIXED = 4;
  private static final int TYPE_MASK = 7;
  private static final int PRIMARY = 0;
  private static final int FORWARDED = 1;
  private static final int HAS_NULLS = 0x10;
  private static final int HAS_VARIABLE = 0x20;
  private static final int COMPRESSED = 1;
  private static final int COMPLEX = 0x8000;

  private Page page = new Page(new byte[Page.SIZE]);
  private int start;
  private int columns;
  private int nulls;
  private int variableCount;
  private int variableEnds;
  private int variableStart;
  private int fixedEnd;

  /** Returns whether a slot holds a row that a reader of the table would see. */
  static boolean isRow(Page page, int offset) {
    int status = page.u8(offset);
    int type = (status >> 1) & TYPE_MASK;
    return type == PRIMARY || type == FORWARDED;
  }

  /** Goes to the row at an offset of a page. */
  void at(Page newPage, int offset) throws DamagedPageException {
    page = newPage;
    start = offset;
    int status = page.u8(offset);
    require((status & COMPRESSED) == 0, "it is compressed");
    int end = page.end();
    require(offset + FIXED <= end, "it reaches beyond the page");
    fixedEnd = offset + page.u16(offset + 2);
    require(
        fixedEnd >= offset + FIXED && fixedEnd <= end, "its fixed part has an impossible length");
    int next = fixedEnd;
    columns = 0;
    if ((status & HAS_NULLS) != 0) {
      require(next + 2 <= end, "it reaches beyond the page");
      columns = page.u16(next);
      nulls = next + 2;
      next = nulls + (columns + 7) / 8;
    }
    variableCount = 0;
    if ((status & HAS_VARIABLE) != 0) {
      require(next + 2 <= end, "it reaches beyond the page");
      variableCount = page.u16(next);
      variableEnds = next + 2;
      variableStart = variableEnds + 2 * variableCount;
      require(variableStart <= end, "it has an impossible number of columns");
    }
  }

  private static void require(boolean sound, String why) throws DamagedPageException {
    if (!sound) {
      throw new DamagedPageException(why);
    }
  }

  Page page() {
    return page;
  }

  /** Returns whether a column is null; one that was added after the row was written is. */
  boolean isNull(int nullBit) {
    int bit = nullBit - 1;
    return columns > 0 && (bit >= columns || (page.u8(nulls + bit / 8) & (1 << (bit % 8))) != 0);
  }

  /** Returns whether the fixed part reaches so far. */
  boolean hasFixed(int offset, int length) {
    return start + offset + length <= fixedEnd;
  }

  /** Returns where a fixed column stands in the page. */
  int fixed(int offset, int length) throws DamagedPageException {
    require(hasFixed(offset, length), "a column reaches beyond the fixed part");
    return start + offset;
  }

  /** Returns whether the row has a variable column of this number, counted from 0. */
  boolean hasVariable(int number) {
    return number < variableCount;
  }

  /** Returns whether a variable column is a pointer to its value. */
  boolean isComplex(int number) {
    return (page.u16(variableEnds + 2 * number) & COMPLEX) != 0;
  }

  /** Returns where a variable column begins in the page. */
  int variableFrom(int number) throws DamagedPageException {
    return number == 0 ? variableStart : variableTo(number - 1);
  }

  /** Returns where the byte behind a variable column stands in the page. */
  int variableTo(int number) throws DamagedPageException {
    int to = start + (page.u16(variableEnds + 2 * number) & ~COMPLEX);
    require(to >= variableStart && to <= page.end(), "a column reaches beyond the page");
    return to;
  }
}
