package org.pchat.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.pchat.problem.BackupProblem;

/**
 * One block of a medium: its header, and fields behind it that depend on its type
 * (docs/sqlserver-format.md, "Blocks").
 *
 * @param position where it begins in the file
 * @param type its four letters
 * @param bytes the header and the fields
 */
record Block(long position, String type, ByteBuffer bytes) {
  /** The type of a soft filemark, as a number. */
  static final int FILEMARK = 'S' | ('F' << 8) | ('M' << 16) | ('B' << 24);

  private static final int HEADER = 52;
  private static final int LONGEST = 1024;
  private static final int SECTOR_UNIT = 512;

  /**
   * Reads the block at a position.
   *
   * @throws org.pchat.problem.MalformedArchiveException if none stands there, or its checksum is
   *     wrong
   */
  static Block read(ByteSource file, long position) throws IOException {
    file.read(position, HEADER, "the header of a block");
    int length = (int) Math.min(LONGEST, file.length() - position);
    ByteBuffer bytes = file.read(position, length, "a block");
    byte[] letters = new byte[4];
    bytes.get(0, letters);
    String type = new String(letters, StandardCharsets.ISO_8859_1);
    if (!type.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      throw file.malformed(BackupProblem.NO_BLOCK, position);
    }
    if (xor(bytes, 25) != bytes.getShort(50)) {
      throw file.malformed(BackupProblem.BLOCK_CHECKSUM, type, position);
    }
    return new Block(position, type, bytes);
  }

  /** Returns the exclusive or of the first 16-bit words. */
  static short xor(ByteBuffer bytes, int words) {
    short sum = 0;
    for (int i = 0; i < words; i++) {
      sum ^= bytes.getShort(2 * i);
    }
    return sum;
  }

  /** Returns the length of a sector that a TAPE block states. */
  static int sector(ByteBuffer tape) {
    return Short.toUnsignedInt(tape.getShort(64)) * SECTOR_UNIT;
  }

  boolean is(String other) {
    return type.equals(other);
  }

  /** Returns how far behind the block's beginning its streams stand, or the next block. */
  int firstEvent() {
    return Short.toUnsignedInt(bytes.getShort(8));
  }

  int u8(int offset) {
    return Byte.toUnsignedInt(bytes.get(offset));
  }

  int u16(int offset) {
    return Short.toUnsignedInt(bytes.getShort(offset));
  }

  int u32(int offset) {
    return bytes.getInt(offset);
  }

  /** Returns the text to which the address at {@code offset} points; empty where it is outside. */
  String text(int offset) {
    boolean wide = u8(48) == 2;
    return text(bytes, u16(offset), u16(offset + 2), wide);
  }

  static String text(ByteBuffer bytes, int length, int from, boolean wide) {
    if (from + length > bytes.limit()) {
      return "";
    }
    byte[] letters = new byte[length];
    bytes.get(from, letters);
    String text =
        new String(letters, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /**
   * Returns the date at {@code offset}, in the server's local time; nothing where there is none.
   */
  Optional<LocalDateTime> date(int offset) {
    return date(bytes, offset);
  }

  /** Reads a date of 5 bytes: 14 bits year, 4 month, 5 day, 5 hour, 6 minute, 6 second. */
  static Optional<LocalDateTime> date(ByteBuffer bytes, int offset) {
    long packed = 0;
    for (int i = 0; i < 5; i++) {
      packed = (packed << 8) | Byte.toUnsignedLong(bytes.get(offset + i));
    }
    try {
      return packed == 0
          ? Optional.empty()
          : Optional.of(
              LocalDateTime.of(
                  (int) (packed >> 26),
                  (int) ((packed >> 22) & 15),
                  (int) ((packed >> 17) & 31),
                  (int) ((packed >> 12) & 31),
                  (int) ((packed >> 6) & 63),
                  (int) (packed & 63)));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }
}
