package org.pchat.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An entry's header in the central directory (APPNOTE 4.3.12), read in place. */
final class CentralHeader {
  static final int SIGNATURE = 0x02014b50;
  static final int LENGTH = 46;

  private static final int UNIX = 3;
  private static final int MAC = 19;
  private static final int FILE_TYPE = 0170000;
  private static final int SYMBOLIC_LINK = 0120000;

  private final ByteBuffer bytes;

  CentralHeader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns whether this is such a header, and not cut short. */
  boolean isWhole() {
    return bytes.limit() == LENGTH && bytes.getInt(0) == SIGNATURE;
  }

  Flags flags() {
    return new Flags(u16(8));
  }

  int method() {
    return u16(10);
  }

  boolean hasRealDate() {
    int time = u16(12);
    int date = u16(14);
    int month = date >> 5 & 0xF;
    return (date & 0x1F) != 0
        && month >= 1
        && month <= 12
        && time >> 11 < 24
        && (time >> 5 & 0x3F) < 60
        && (time & 0x1F) < 30;
  }

  long crc32() {
    return u32(16);
  }

  long compressedSize() {
    return u32(20);
  }

  long size() {
    return u32(24);
  }

  int nameLength() {
    return u16(28);
  }

  int extraLength() {
    return u16(30);
  }

  int commentLength() {
    return u16(32);
  }

  int disk() {
    return u16(34);
  }

  boolean isSymbolicLink() {
    int host = bytes.get(5) & 0xFF;
    int mode = u16(40);
    return (host == UNIX || host == MAC) && (mode & FILE_TYPE) == SYMBOLIC_LINK;
  }

  long localOffset() {
    return u32(42);
  }

  private int u16(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private long u32(int at) {
    return bytes.getInt(at) & 0xFFFF_FFFFL;
  }
}
