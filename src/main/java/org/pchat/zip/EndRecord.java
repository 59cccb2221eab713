package org.pchat.zip;

import java.nio.ByteBuffer;

/**
 * What a record at the end of the file says of the central directory: the classic one (APPNOTE
 * 4.3.16) or the one of ZIP64 (4.3.14).
 *
 * @param disk the number of the disk that the record is on
 * @param directoryDisk the number of the disk on which the directory begins
 * @param entriesHere the count of entries on this disk
 * @param entries the count of all entries
 * @param size the length of the directory
 * @param offset where the directory begins
 */
record EndRecord(
    long disk, long directoryDisk, long entriesHere, long entries, long size, long offset) {
  static final int SIGNATURE = 0x06054b50;
  static final int LENGTH = 22;
  static final int WIDE_LENGTH = 56;

  private static final int WIDE_SIGNATURE = 0x06064b50;

  /* The record counts itself without its first two fields. */
  private static final int WIDE_LENGTH_STATED = WIDE_LENGTH - 12;

  private static final long MAX16 = 0xFFFFL;
  private static final long MAX32 = 0xFFFF_FFFFL;

  static EndRecord classic(ByteBuffer bytes, int at) {
    return new EndRecord(
        bytes.getShort(at + 4) & MAX16,
        bytes.getShort(at + 6) & MAX16,
        bytes.getShort(at + 8) & MAX16,
        bytes.getShort(at + 10) & MAX16,
        bytes.getInt(at + 12) & MAX32,
        bytes.getInt(at + 16) & MAX32);
  }

  /** Returns whether this is a ZIP64 record without room for data of other programs. */
  static boolean isWide(ByteBuffer bytes) {
    return bytes.getInt(0) == WIDE_SIGNATURE && bytes.getLong(4) == WIDE_LENGTH_STATED;
  }

  static EndRecord wide(ByteBuffer bytes) {
    return new EndRecord(
        bytes.getInt(16) & MAX32,
        bytes.getInt(20) & MAX32,
        bytes.getLong(24),
        bytes.getLong(32),
        bytes.getLong(40),
        bytes.getLong(48));
  }

  /** Returns whether some field of a classic record is at its highest, which points to ZIP64. */
  boolean isSaturated() {
    return disk == MAX16
        || directoryDisk == MAX16
        || entriesHere == MAX16
        || entries == MAX16
        || size == MAX32
        || offset == MAX32;
  }

  /** Returns whether this classic record says the same as {@code wide} wherever it can. */
  boolean agreesWith(EndRecord wide) {
    return agree(disk, wide.disk, MAX16)
        && agree(directoryDisk, wide.directoryDisk, MAX16)
        && agree(entriesHere, wide.entriesHere, MAX16)
        && agree(entries, wide.entries, MAX16)
        && agree(size, wide.size, MAX32)
        && agree(offset, wide.offset, MAX32);
  }

  private static boolean agree(long narrow, long wide, long max) {
    return narrow == max || narrow == wide;
  }

  /** Returns whether the archive is in one piece. */
  boolean isWhole() {
    return disk == 0 && directoryDisk == 0 && entriesHere == entries;
  }
}
