package org.pchat.zip;

import java.nio.ByteBuffer;

/** The header in front of an entry's data (APPNOTE 4.3.7), read in place. */
final class LocalHeader {
  static final int SIGNATURE = 0x04034b50;
  static final int LENGTH = 30;

  private final ByteBuffer bytes;

  /** Takes the header and as much of the name as {@code bytes} holds behind it. */
  LocalHeader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  boolean hasSignature() {
    return bytes.getInt(0) == SIGNATURE;
  }

  Flags flags() {
    return new Flags(u16(6));
  }

  int method() {
    return u16(8);
  }

  long crc32() {
    return u32(14);
  }

  long compressedSize() {
    return u32(18);
  }

  long size() {
    return u32(22);
  }

  int nameLength() {
    return u16(26);
  }

  int extraLength() {
    return u16(28);
  }

  /** Returns whether the name is exactly {@code name}, which {@code bytes} were cut to fit. */
  boolean isNamed(ByteBuffer name) {
    return nameLength() == name.remaining() && bytes.slice(LENGTH, name.remaining()).equals(name);
  }

  private int u16(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private long u32(int at) {
    return bytes.getInt(at) & 0xFFFF_FFFFL;
  }
}
