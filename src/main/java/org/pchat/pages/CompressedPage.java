package org.pchat.pages;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the rows of a compressed page have in common: beginnings of values, and whole values. */
final class CompressedPage {
  /** A page without either. */
  static final CompressedPage NONE = new CompressedPage(null, new byte[0][]);

  private static final int HAS_INFORMATION = 0x80;
  private static final int ANCHOR = 2;
  private static final int DICTIONARY = 4;

  private final @Nullable CompressedRow anchor;
  private final byte[][] symbols;

  private CompressedPage(@Nullable CompressedRow anchor, byte[][] symbols) {
    this.anchor = anchor;
    this.symbols = symbols;
  }

  /** Reads what stands before the rows. */
  static CompressedPage of(Page page) throws DamagedPageException {
    if ((page.u8(2) & HAS_INFORMATION) == 0) {
      return NONE;
    }
    try {
      return read(page);
    } catch (IndexOutOfBoundsException beyond) {
      throw new DamagedPageException("what its rows have in common reaches beyond the page");
    }
  }

  private static CompressedPage read(Page page) throws DamagedPageException {
    int flags = page.u8(Page.HEADER);
    boolean dictionary = (flags & DICTIONARY) != 0;
    int start = Page.HEADER + (dictionary ? 7 : 5);
    CompressedRow anchor = null;
    if ((flags & ANCHOR) != 0) {
      anchor = new CompressedRow();
      anchor.at(page, start);
    }
    if (!dictionary) {
      return new CompressedPage(anchor, new byte[0][]);
    }
    int at = Page.HEADER + page.u16(Page.HEADER + 3);
    byte[][] symbols = new byte[page.u16(at)][];
    int data = at + 2 + 2 * symbols.length;
    int from = data;
    for (int i = 0; i < symbols.length; i++) {
      int to = data + page.u16(at + 2 + 2 * i);
      if (to < from || to > page.end()) {
        throw new DamagedPageException("what its rows have in common reaches beyond the page");
      }
      symbols[i] = Arrays.copyOfRange(page.bytes(), from, to);
      from = to;
    }
    return new CompressedPage(anchor, symbols);
  }

  /** Returns with what the values of a column may begin; null for nothing. */
  byte @Nullable [] anchor(int column) {
    if (anchor == null || anchor.isNull(column)) {
      return null;
    }
    byte[] bytes = anchor.own(column);
    return bytes.length == 0 ? null : bytes;
  }

  byte[] symbol(int number) throws DamagedPageException {
    if (number >= symbols.length) {
      throw new DamagedPageException("a column stands for a value that the page does not have");
    }
    return symbols[number];
  }
}
