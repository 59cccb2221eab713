package org.pchat.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads long values, which stand on pages of their own as a tree (docs/sqlserver-format.md, "Long
 * values").
 */
final class LobReader {
  /** The length of a pointer to a text, ntext or image value. */
  static final int POINTER = 16;

  private static final int MOST_BYTES = 1 << 28;
  private static final int DEEPEST = 16;
  private static final int INLINE_LINKS = 12;
  private static final int LINK = 12;
  private static final int WIDE_LINK = 16;
  private static final int TYPE = 12;
  private static final int DATA = 14;
  private static final int SMALL = 0;
  private static final int INTERNAL = 2;
  private static final int LEAF = 3;
  private static final int OLD_ROOT = 4;
  private static final int ROOT = 5;
  private static final int NULL = 8;

  private final PageStore store;

  LobReader(PageStore store) {
    this.store = store;
  }

  /** Reads the value of a text, ntext or image column; null where it is NULL. */
  byte @Nullable [] text(byte[] pointer) throws IOException, DamagedPageException {
    var numbers = new Page(Arrays.copyOf(pointer, Page.SIZE));
    var out = new ByteArrayOutputStream();
    boolean present = node(numbers.u32(8), numbers.u16(14), out, 0);
    return present ? out.toByteArray() : null;
  }

  /** Reads the value of a column whose row holds the root of the tree. */
  byte[] inline(byte[] root) throws IOException, DamagedPageException {
    if (root.length < INLINE_LINKS || (root.length - INLINE_LINKS) % LINK != 0) {
      throw new DamagedPageException("the root of a long value has an impossible length");
    }
    var numbers = new Page(Arrays.copyOf(root, Page.SIZE));
    var out = new ByteArrayOutputStream();
    for (int at = INLINE_LINKS; at < root.length; at += LINK) {
      link(numbers.u32(at + 4), numbers.u16(at + 10), numbers.u32(at), out, 0);
    }
    return out.toByteArray();
  }

  /** Reads what a link leads to, and holds the length so far against the link's. */
  private void link(long page, int slot, long end, ByteArrayOutputStream out, int depth)
      throws IOException, DamagedPageException {
    node(page, slot, out, depth + 1);
    if (out.size() != end) {
      throw new DamagedPageException(
          "a long value has %d bytes where it should have %d".formatted(out.size(), end));
    }
  }

  /** Appends a node and what is below it; returns false for a value that is NULL. */
  private boolean node(long number, int slot, ByteArrayOutputStream out, int depth)
      throws IOException, DamagedPageException {
    if (depth > DEEPEST || out.size() > MOST_BYTES) {
      throw new DamagedPageException("a long value does not end");
    }
    Page page = page(number, slot);
    int at = page.slot(slot);
    int length = page.u16(at + 2);
    if (at + length > page.end() || length < DATA) {
      throw new DamagedPageException("a part of a long value on page 1:" + number + " is cut");
    }
    switch (page.u16(at + TYPE)) {
      case SMALL -> out.write(page.bytes(), at + 20, smallLength(page, at, length));
      case LEAF -> out.write(page.bytes(), at + DATA, length - DATA);
      case ROOT, OLD_ROOT -> {
        for (int i = 0; i < links(page, at, length, 24, LINK); i++) {
          int link = at + 24 + LINK * i;
          link(page.u32(link + 4), page.u16(link + 10), page.u32(link), out, depth);
        }
      }
      case INTERNAL -> {
        for (int i = 0; i < links(page, at, length, 20, WIDE_LINK); i++) {
          int link = at + 20 + WIDE_LINK * i;
          node(page.u32(link + 8), page.u16(link + 14), out, depth + 1);
        }
      }
      case NULL -> {
        return false;
      }
      default -> throw new DamagedPageException("a part of a long value is of an unknown kind");
    }
    return true;
  }

  private Page page(long number, int slot) throws IOException, DamagedPageException {
    Page page = store.allocated(number) ? store.keep(number) : null;
    boolean text = page != null && (page.type() == Page.TEXT_MIX || page.type() == Page.TEXT_TREE);
    if (page == null || !text || slot >= page.slots() || page.slot(slot) == 0) {
      throw new DamagedPageException("a part of a long value is not on page 1:" + number);
    }
    return page;
  }

  private static int smallLength(Page page, int at, int length) throws DamagedPageException {
    int data = page.u16(at + DATA);
    if (20 + data > length) {
      throw new DamagedPageException("a short part of a long value is cut");
    }
    return data;
  }

  private static int links(Page page, int at, int length, int first, int size)
      throws DamagedPageException {
    int count = page.u16(at + 16);
    if (first + count * size > length) {
      throw new DamagedPageException("a list of parts of a long value is cut");
    }
    return count;
  }
}
