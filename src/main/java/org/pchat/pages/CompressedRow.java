package org.pchat.pages;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row in the format of row and page compression (docs/sqlserver-format.md, "Compressed rows"). It
 * was never held against a real page. One object goes from row to row.
 */
final class CompressedRow {
  private static final int PRIMARY = 0;
  private static final int FORWARDED = 4;
  private static final int HAS_LONG = 1 << 5;
  private static final int CLUSTER = 30;
  private static final int NULL = 0;
  private static final int EMPTY = 1;
  private static final int LONGEST_SHORT = 9;
  private static final int LONG = 10;
  private static final int TRUE = 11;
  private static final int SYMBOL = 12;
  private static final int COMPLEX = 0x8000;

  private Page page = new Page(new byte[Page.SIZE]);
  private int columns;
  private int[] codes = {};
  private int[] from = {};
  private int[] to = {};
  private boolean[] complex = {};
  private int at;

  /** Returns whether a slot holds a row in this format. */
  static boolean isCompressed(Page page, int offset) {
    return (page.u8(offset) & 1) != 0;
  }

  /** Returns whether it is one that a reader of the table would see. */
  static boolean isRow(Page page, int offset) {
    int type = (page.u8(offset) >> 2) & 7;
    return type == PRIMARY || type == FORWARDED;
  }

  /** Goes to the row at an offset of a page. */
  void at(Page newPage, int offset) throws DamagedPageException {
    page = newPage;
    try {
      read(offset);
    } catch (IndexOutOfBoundsException beyond) {
      throw new DamagedPageException("it reaches beyond the page");
    }
  }

  private void read(int offset) throws DamagedPageException {
    int header = page.u8(offset);
    at = offset + 1;
    columns = page.u8(at++);
    if ((columns & 0x80) != 0) {
      columns = ((columns & 0x7F) << 8) | page.u8(at++);
    }
    codes = new int[columns];
    from = new int[columns];
    to = new int[columns];
    complex = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      int pair = page.u8(at + i / 2);
      codes[i] = i % 2 == 0 ? pair & 15 : pair >> 4;
    }
    at += (columns + 1) / 2;
    shortValues();
    if ((header & HAS_LONG) != 0) {
      longValues();
    }
    for (int i = 0; i < columns; i++) {
      if (to[i] > page.end() || from[i] > to[i]) {
        throw new DamagedPageException("a column reaches beyond the page");
      }
    }
  }

  private void shortValues() {
    int clusters = columns == 0 ? 0 : (columns - 1) / CLUSTER;
    int lengths = at;
    int start = at + clusters;
    at = start;
    for (int i = 0; i < columns; i++) {
      if (i > 0 && i % CLUSTER == 0) {
        start += page.u8(lengths + i / CLUSTER - 1);
        at = start;
      }
      int length = 0;
      if (codes[i] > EMPTY && codes[i] <= LONGEST_SHORT) {
        length = codes[i] - 1;
      } else if (codes[i] == SYMBOL) {
        length = (page.u8(at) & 0x80) == 0 ? 1 : 2;
      }
      from[i] = at;
      at += length;
      to[i] = at;
    }
  }

  private void longValues() {
    int count = page.u16(at + 1);
    int ends = at + 3;
    int data = ends + 2 * count + (columns - 1) / CLUSTER;
    int number = 0;
    int start = data;
    for (int i = 0; i < columns; i++) {
      if (codes[i] == LONG) {
        int end = page.u16(ends + 2 * number++);
        complex[i] = (end & COMPLEX) != 0;
        from[i] = start;
        to[i] = data + (end & ~COMPLEX);
        start = to[i];
      }
    }
  }

  /** Returns how many columns it has; others were added later. */
  int columns() {
    return columns;
  }

  boolean isNull(int column) {
    return column >= columns || codes[column] == NULL;
  }

  boolean isTrue(int column) {
    return codes[column] == TRUE;
  }

  boolean isComplex(int column) {
    return complex[column];
  }

  /** Returns the bytes of a column as they stand, or what the page says they stand for. */
  byte[] bytes(int column, CompressedPage of) throws DamagedPageException {
    byte @Nullable [] anchor = of.anchor(column);
    if (codes[column] == EMPTY) {
      return anchor == null ? new byte[0] : anchor;
    }
    byte[] bytes = own(column);
    if (codes[column] == SYMBOL) {
      int symbol =
          bytes.length == 1 ? bytes[0] & 0xFF : ((bytes[0] & 0x7F) << 8) | (bytes[1] & 0xFF);
      bytes = of.symbol(symbol);
    }
    return complex[column] || anchor == null ? bytes : behind(anchor, bytes);
  }

  /** Returns the bytes of a column of the anchor itself. */
  byte[] own(int column) {
    return Arrays.copyOfRange(page.bytes(), from[column], to[column]);
  }

  /** Puts what is common before what is not. */
  private static byte[] behind(byte[] anchor, byte[] bytes) throws DamagedPageException {
    int length = bytes.length == 0 ? -1 : bytes[0] & 0xFF;
    int start = 1;
    if (length >= 0x80 && bytes.length > 1) {
      length = ((length & 0x7F) << 8) | (bytes[1] & 0xFF);
      start = 2;
    }
    if (length < 0 || length > anchor.length) {
      throw new DamagedPageException("a column begins with more than the page has in common");
    }
    byte[] value = Arrays.copyOf(anchor, length + bytes.length - start);
    System.arraycopy(bytes, start, value, length, bytes.length - start);
    return value;
  }
}
