package org.pchat.sqlfile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A page of 8 KiB while it is filled. */
final class MadePage {
  static final int SIZE = 8192;
  static final int HEADER = 96;
  private static final int CHECKSUM = 0x200;
  private static final int SECTOR = 512;

  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
  private int end = HEADER;
  private int slots;

  MadePage(int type, int object, int index, int leastLength) {
    bytes.put(0, (byte) 1).put(1, (byte) type);
    bytes.putShort(4, (short) CHECKSUM);
    bytes.putShort(6, (short) index);
    bytes.putShort(14, (short) leastLength);
    bytes.putInt(24, object);
  }

  ByteBuffer bytes() {
    return bytes;
  }

  int slots() {
    return slots;
  }

  void flags(int typeFlags) {
    bytes.put(2, (byte) typeFlags);
  }

  boolean hasRoom(int length) {
    return end + length + 2 * (slots + 1) <= SIZE;
  }

  /** Appends a row and returns its slot. */
  int add(byte[] row) {
    bytes.putShort(SIZE - 2 - 2 * slots, (short) end);
    bytes.put(end, row);
    end += row.length;
    return slots++;
  }

  /** Puts bytes before the rows, as the information of a compressed page. */
  void lead(byte[] lead) {
    bytes.put(HEADER, lead);
    end = HEADER + lead.length;
  }

  void links(long previous, long next) {
    link(8, previous);
    link(16, next);
  }

  private void link(int at, long page) {
    bytes.putInt(at, (int) page);
    bytes.putShort(at + 4, (short) (page == 0 ? 0 : 1));
  }

  /** Completes the header and returns the page as it stands in the file. */
  byte[] seal(long number) {
    bytes.putShort(22, (short) slots);
    bytes.putShort(28, (short) (SIZE - end - 2 * slots));
    bytes.putShort(30, (short) end);
    bytes.putInt(32, (int) number);
    bytes.putShort(36, (short) 1);
    bytes.putInt(60, checksum(bytes));
    return bytes.array().clone();
  }

  static int checksum(ByteBuffer page) {
    int sum = 0;
    for (int sector = 0; sector < SIZE / SECTOR; sector++) {
      int xor = 0;
      for (int i = sector * SECTOR; i < (sector + 1) * SECTOR; i += 4) {
        xor ^= i == 60 ? 0 : page.getInt(i);
      }
      sum ^= Integer.rotateLeft(xor, SIZE / SECTOR - 1 - sector);
    }
    return sum;
  }
}
