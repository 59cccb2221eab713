package org.pchat.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.pchat.problem.BackupProblem;

/**
 * One stream of a block (docs/sqlserver-format.md, "Streams").
 *
 * @param id its four letters
 * @param start where its bytes begin in the file
 * @param length how many there are
 */
record Stream(String id, long start, long length) {
  private static final int HEADER = 22;
  private static final int ENCRYPTED = 1 << 3;

  /**
   * Reads the header at a position.
   *
   * @throws org.pchat.problem.MalformedArchiveException if its checksum is wrong, the file ends
   *     inside the stream, or it is encrypted or compressed
   */
  static Stream read(ByteSource file, long position) throws IOException {
    ByteBuffer header = file.read(position, HEADER, "the header of a stream");
    byte[] letters = new byte[4];
    header.get(0, letters);
    String id = new String(letters, StandardCharsets.ISO_8859_1);
    if (Block.xor(header, 10) != header.getShort(20)) {
      String shown = id.chars().allMatch(c -> c >= 'A' && c <= 'Z') ? id : "?";
      throw file.malformed(BackupProblem.STREAM_CHECKSUM, shown, position);
    }
    if (header.getShort(16) != 0 || (header.getShort(6) & ENCRYPTED) != 0) {
      throw file.malformed(BackupProblem.ENCRYPTED);
    }
    if (header.getShort(18) != 0) {
      throw file.malformed(BackupProblem.STREAM_COMPRESSED, id);
    }
    long length = header.getLong(8);
    long start = position + HEADER;
    if (length < 0 || length > file.length() - start) {
      throw file.malformed(BackupProblem.TRUNCATED, file.length(), "the " + id + " stream");
    }
    return new Stream(id, start, length);
  }

  boolean is(String other) {
    return id.equals(other);
  }

  /** Returns where the next stream of the block begins. */
  long next() {
    return (start + length + 3) & ~3L;
  }

  /** Returns where the byte behind the last stands. */
  long end() {
    return start + length;
  }
}
