package org.pchat.zip;

/**
 * The general purpose bits of an entry (APPNOTE 4.4.4).
 *
 * @param bits as they stand in the header
 */
record Flags(int bits) {
  private static final int ENCRYPTED = 1;
  private static final int DESCRIPTOR = 1 << 3;
  private static final int STRONGLY_ENCRYPTED = 1 << 6;
  private static final int UTF8 = 1 << 11;
  private static final int HEADER_MASKED = 1 << 13;

  /* Patched data (bit 5) is a delta against a file that nobody here has. */
  private static final int PATCHED = 1 << 5;

  private static final int ANY_ENCRYPTION = ENCRYPTED | STRONGLY_ENCRYPTED | HEADER_MASKED;
  private static final int WEIGHTY = ANY_ENCRYPTION | DESCRIPTOR | PATCHED;

  boolean encrypted() {
    return (bits & ANY_ENCRYPTION) != 0;
  }

  boolean patched() {
    return (bits & PATCHED) != 0;
  }

  /** Returns whether sizes and CRC follow the data instead of standing in the local header. */
  boolean descriptor() {
    return (bits & DESCRIPTOR) != 0;
  }

  boolean utf8() {
    return (bits & UTF8) != 0;
  }

  /** Returns whether both mean the same reading; the other bits are hints to nobody's harm. */
  boolean agreeWith(Flags other) {
    return (bits & WEIGHTY) == (other.bits & WEIGHTY);
  }
}
