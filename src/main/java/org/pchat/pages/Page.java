package org.pchat.pages;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A page of 8 KiB and the numbers in it (docs/sqlserver-format.md, "The page header"). */
final class Page {
  /** The length of a page in bytes. */
  static final int SIZE = 8192;

  /** The length of the header; rows begin behind it. */
  static final int HEADER = 96;

  static final int DATA = 1;
  static final int TEXT_MIX = 3;
  static final int TEXT_TREE = 4;
  static final int GAM = 8;
  static final int SGAM = 9;
  static final int IAM = 10;
  static final int BOOT = 13;
  static final int FILE_HEADER = 15;

  private static final int MOST_SLOTS = 4047;
  private static final int TORN_BITS = 0x100;
  private static final int CHECKSUM = 0x200;
  private static final int SECTOR = 512;

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;

  /** Wraps {@link #SIZE} bytes, which it takes over. */
  Page(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int u8(int offset) {
    return bytes[offset] & 0xFF;
  }

  int u16(int offset) {
    return (short) SHORTS.get(bytes, offset) & 0xFFFF;
  }

  int i32(int offset) {
    return (int) INTS.get(bytes, offset);
  }

  long u32(int offset) {
    return Integer.toUnsignedLong(i32(offset));
  }

  long i64(int offset) {
    return (long) LONGS.get(bytes, offset);
  }

  int type() {
    return u8(1);
  }

  int file() {
    return u16(36);
  }

  long number() {
    return u32(32);
  }

  /** Returns the number of the next page of its chain; 0 at the end. */
  long next() {
    return u32(16);
  }

  /** Returns how many slots there are; what no page can have is taken as none. */
  int slots() {
    int count = u16(22);
    return count > MOST_SLOTS ? 0 : count;
  }

  /** Returns where the row in a slot begins; 0 for an empty slot or one that points nowhere. */
  int slot(int number) {
    int offset = u16(SIZE - 2 - 2 * number);
    return offset >= HEADER && offset < SIZE - 2 * slots() ? offset : 0;
  }

  /** Returns where rows end: the slots stand behind. */
  int end() {
    return SIZE - 2 * slots();
  }

  /** Returns whether the page carries a checksum; torn-page bits notice next to nothing. */
  boolean hasChecksum() {
    return (u16(4) & CHECKSUM) != 0;
  }

  /** Returns whether rows or long values stand on the page. */
  boolean holdsRows() {
    return type() == DATA || type() == TEXT_MIX || type() == TEXT_TREE;
  }

  /**
   * Holds the page against its checksum, or its sectors against one another; puts the bits back
   * that torn-page detection borrows.
   *
   * @return false if the page is not as it was written
   */
  boolean check() {
    int flags = u16(4);
    if ((flags & CHECKSUM) != 0) {
      return checksum() == i32(60);
    }
    return (flags & TORN_BITS) == 0 || restoreTornBits();
  }

  /** Four sums at a time, so that no word waits for the one before it. */
  private int checksum() {
    int sum = 0;
    for (int sector = 0; sector < SIZE / SECTOR; sector++) {
      long first = sector == 0 ? u32(60) : 0;
      long second = 0;
      long third = 0;
      long fourth = 0;
      for (int i = sector * SECTOR; i < (sector + 1) * SECTOR; i += 32) {
        first ^= i64(i);
        second ^= i64(i + 8);
        third ^= i64(i + 16);
        fourth ^= i64(i + 24);
      }
      long xor = first ^ second ^ third ^ fourth;
      int word = (int) (xor ^ (xor >>> 32));
      sum ^= Integer.rotateLeft(word, SIZE / SECTOR - 1 - sector);
    }
    return sum;
  }

  /** The last two bits of each sector but the first stand in the header, and a pattern instead. */
  private boolean restoreTornBits() {
    int saved = i32(60);
    int pattern = bytes[2 * SECTOR - 1] & 3;
    boolean whole = true;
    for (int sector = 1; sector < SIZE / SECTOR; sector++) {
      int last = sector * SECTOR + SECTOR - 1;
      whole &= (bytes[last] & 3) == pattern;
      bytes[last] = (byte) ((bytes[last] & ~3) | ((saved >>> (2 * sector)) & 3));
    }
    return whole;
  }
}
