package org.pchat.zip;

import java.nio.ByteBuffer;

/** What follows the data of an entry whose header was written before it (APPNOTE 4.3.9). */
final class Descriptor {
  static final int SIGNATURE = 0x08074b50;

  /* CRC and two lengths, of 4 or 8 bytes, with or without a signature. */
  static final int SHORTEST = 12;
  static final int LONGEST = 24;

  private Descriptor() {}

  /** Returns whether {@code bytes} begin with a descriptor of just what was unpacked. */
  static boolean describes(ByteBuffer bytes, Attempt attempt) {
    boolean signed = bytes.getInt(0) == SIGNATURE;
    return describes(bytes, 0, attempt) || (signed && describes(bytes, Integer.BYTES, attempt));
  }

  private static boolean describes(ByteBuffer bytes, int at, Attempt attempt) {
    if (bytes.limit() < at + SHORTEST || u32(bytes, at) != attempt.crc()) {
      return false;
    }
    boolean narrow = u32(bytes, at + 4) == attempt.used() && u32(bytes, at + 8) == attempt.bytes();
    boolean wide =
        bytes.limit() >= at + 20
            && bytes.getLong(at + 4) == attempt.used()
            && bytes.getLong(at + 12) == attempt.bytes();
    return narrow || wide;
  }

  private static long u32(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & 0xFFFF_FFFFL;
  }
}
