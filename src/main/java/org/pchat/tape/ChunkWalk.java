package org.pchat.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.MalformedArchiveException;

/**
 * Walks over a compressed backup from chunk to chunk: compressed bytes, padding up to the next
 * sector, and single blocks that are not compressed (soft filemarks), each one sector long.
 */
final class ChunkWalk {
  private static final int HEADER = 28;
  private static final int CHUNK = 0x21;
  private static final int PADDING = 0x24;
  private static final int TRAILER = 0x2C;
  private static final int FILLER_HEADER = 24;
  private static final int UNIT = 512;
  private static final int MOST_UNITS = 0x80;

  private final ByteSource file;
  private final ChunkList list = new ChunkList();
  private int sector;
  private long at;

  ChunkWalk(ByteSource file) {
    this.file = file;
  }

  /** Returns all chunks from a position to the end of the file, each held against its checksum. */
  ChunkList list(long first) throws IOException {
    at = first;
    while (at < file.length()) {
      int kind = file.read(at, 1, "a compressed chunk").get();
      switch (kind) {
        case CHUNK -> chunk();
        case PADDING -> filler(Short.toUnsignedInt(header(4).getShort(2)));
        case TRAILER -> filler(header(FILLER_HEADER + 12).getInt(FILLER_HEADER + 8));
        case 'S' -> filemark();
        default -> throw unknown(kind);
      }
    }
    return list;
  }

  private MalformedArchiveException unknown(int kind) {
    return file.malformed(BackupProblem.CHUNK_KIND, "0x%02x".formatted(kind & 0xFF), at);
  }

  private void chunk() throws IOException {
    ByteBuffer header = file.read(at, HEADER, "a compressed chunk");
    int units = Byte.toUnsignedInt(header.get(1));
    int stored = Short.toUnsignedInt(header.getShort(2));
    if (units == 0 || units > MOST_UNITS || stored == 0) {
      throw file.malformed(BackupProblem.CHUNK_DAMAGED, at, "its header states impossible lengths");
    }
    ByteBuffer bytes = file.read(at + HEADER, stored, "a compressed chunk");
    if (checksum(bytes) != header.getInt(24)) {
      throw file.malformed(BackupProblem.CHUNK_DAMAGED, at, "it does not match its checksum");
    }
    if (sector == 0) {
      sector = sector(bytes, units * UNIT);
    }
    list.add(at + HEADER, stored, units * UNIT, true);
    at += HEADER + stored;
  }

  /** Returns the length of a sector, as the first block of the medium states it. */
  private int sector(ByteBuffer first, int length) {
    byte[] bytes = new byte[first.limit()];
    first.get(0, bytes);
    try {
      byte[] tape = XpressHuffman.decode(bytes, length);
      return Block.sector(ByteBuffer.wrap(tape).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IllegalArgumentException damaged) {
      throw file.malformed(BackupProblem.CHUNK_DAMAGED, at, String.valueOf(damaged.getMessage()));
    }
  }

  private static int checksum(ByteBuffer bytes) {
    int sum = 0;
    int whole = bytes.limit() & ~3;
    for (int i = 0; i < whole; i += 4) {
      sum = Integer.rotateLeft(sum, 1) ^ bytes.getInt(i);
    }
    if (whole < bytes.limit()) {
      int last = 0;
      for (int i = whole; i < bytes.limit(); i++) {
        last |= Byte.toUnsignedInt(bytes.get(i)) << (8 * (i - whole));
      }
      sum = Integer.rotateLeft(sum, 1) ^ last;
    }
    return sum;
  }

  private ByteBuffer header(int length) throws IOException {
    return file.read(at, length, "the header of a compressed chunk");
  }

  /** Passes over what fills a sector up. */
  private void filler(int length) throws IOException {
    long end = at + FILLER_HEADER + length;
    if (length < 0 || sector == 0 || end % sector != 0) {
      throw file.malformed(BackupProblem.CHUNK_DAMAGED, at, "its header states impossible lengths");
    }
    file.read(end - 1, 1, "padding");
    at = end;
  }

  /** Takes a block that is not compressed as it is. */
  private void filemark() throws IOException {
    if (sector == 0 || file.read(at, 4, "a filemark").getInt() != Block.FILEMARK) {
      throw unknown('S');
    }
    file.read(at, sector, "a filemark");
    list.add(at, sector, sector, false);
    at += sector;
  }
}
