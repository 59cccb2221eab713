package org.pchat.sqlfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts long values on pages of their own, as a tree whose root stands in the row. */
final class MadeLobs {
  private static final int TEXT_MIX = 3;
  private static final int BLOB = 8;
  private static final int LEAF = 8040;
  private static final int ROOT_LINKS = 5;
  private static final int NODE_LINKS = 400;
  private static final int DATA = 3;
  private static final int INTERNAL = 2;

  private final MadeSpace space;
  private final MadeUnit unit;
  private @Nullable MadePage page;
  private long number;
  private long blob = 1;

  /** Where a part ended up. */
  private record Part(long end, long page, int slot) {}

  MadeLobs(MadeSpace space, MadeUnit unit) {
    this.space = space;
    this.unit = unit;
  }

  MadeUnit unit() {
    return unit;
  }

  /** Stores a value and returns the root for the row. */
  byte[] store(byte[] value) throws IOException {
    blob++;
    List<Part> parts = new ArrayList<>();
    for (int at = 0; at < value.length; at += LEAF) {
      int end = Math.min(value.length, at + LEAF);
      ByteBuffer leaf = record(DATA, end - at);
      leaf.put(Arrays.copyOfRange(value, at, end));
      parts.add(put(leaf, end));
    }
    int level = 0;
    while (parts.size() > ROOT_LINKS) {
      parts = above(parts, level++);
    }
    return root(parts, level);
  }

  private List<Part> above(List<Part> parts, int level) throws IOException {
    List<Part> nodes = new ArrayList<>();
    for (int first = 0; first < parts.size(); first += NODE_LINKS) {
      List<Part> below = parts.subList(first, Math.min(parts.size(), first + NODE_LINKS));
      ByteBuffer node = record(INTERNAL, 6 + 16 * below.size());
      node.putShort((short) NODE_LINKS).putShort((short) below.size()).putShort((short) level);
      long start = first == 0 ? 0 : parts.get(first - 1).end();
      for (Part part : below) {
        node.putLong(part.end() - start).putInt((int) part.page());
        node.putShort((short) 1).putShort((short) part.slot());
      }
      nodes.add(put(node, below.get(below.size() - 1).end()));
    }
    return nodes;
  }

  private ByteBuffer record(int type, int length) {
    return ByteBuffer.allocate(14 + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) BLOB)
        .putShort((short) (14 + length))
        .putLong(blob)
        .putShort((short) type);
  }

  private Part put(ByteBuffer record, long end) throws IOException {
    if (page == null || !page.hasRoom(record.capacity())) {
      flush();
      page = new MadePage(TEXT_MIX, unit.object(), unit.index(), 0);
      number = unit.page();
    }
    byte[] bytes = new byte[record.capacity()];
    record.get(0, bytes);
    int slot = page.add(bytes);
    return new Part(end, number, slot);
  }

  private static byte[] root(List<Part> parts, int level) {
    ByteBuffer root = ByteBuffer.allocate(12 + 12 * parts.size()).order(ByteOrder.LITTLE_ENDIAN);
    root.put((byte) 4).put((byte) 0).put((byte) level).put((byte) 0).putInt(1).putInt(0x5EED);
    for (Part part : parts) {
      root.putInt((int) part.end()).putInt((int) part.page());
      root.putShort((short) 1).putShort((short) part.slot());
    }
    return root.array();
  }

  void flush() throws IOException {
    if (page != null) {
      space.write(number, page);
      page = null;
    }
  }
}
