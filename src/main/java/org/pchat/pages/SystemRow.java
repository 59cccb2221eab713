package org.pchat.pages;

/** A row of a system table, whose layout is known. */
record SystemRow(StoredRow row) {
  int u8(int offset) throws DamagedPageException {
    return row.page().u8(row.fixed(offset, 1));
  }

  int u16(int offset) throws DamagedPageException {
    return row.page().u16(row.fixed(offset, 2));
  }

  int i16(int offset) throws DamagedPageException {
    return (short) u16(offset);
  }

  int i32(int offset) throws DamagedPageException {
    return row.page().i32(row.fixed(offset, 4));
  }

  long i64(int offset) throws DamagedPageException {
    return row.page().i64(row.fixed(offset, 8));
  }

  /** Returns the page number of a pointer; 0 for none. */
  long pageNumber(int offset) throws DamagedPageException {
    return row.page().u32(row.fixed(offset, 6));
  }

  /** Returns the text in a variable column. */
  String text(int number) throws DamagedPageException {
    if (!row.hasVariable(number)) {
      return "";
    }
    int from = row.variableFrom(number);
    int length = row.variableTo(number) - from;
    if (length < 0) {
      throw new DamagedPageException("a column has an impossible length");
    }
    return ValueReader.wide(row.page().bytes(), from, length);
  }
}
