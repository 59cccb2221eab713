package org.pchat.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;

/** A segment file as it lies on the disk; docs/store-format.md tells its bytes. */
final class Segment {
  /** What a segment begins with. */
  static final byte[] HEAD = "pchat-segment-1\n".getBytes(StandardCharsets.US_ASCII);

  /** The place and length of the index, its hash, and the hash of all before. */
  static final int FOOT = 8 + 4 + 4 + Hash.BYTES + Hash.BYTES;

  private static final int BLOCK = 1 << 20;

  private final Path file;

  Segment(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  FileChannel open() throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ);
  }

  /** Returns the end of the file: where the index begins, how long it is packed and unpacked. */
  private static ByteBuffer foot(FileChannel channel) throws IOException {
    long length = channel.size();
    if (length < HEAD.length + FOOT) {
      throw new IOException("it has " + length + " bytes, which no segment has");
    }
    if (!Arrays.equals(read(channel, 0, HEAD.length), HEAD)) {
      throw new IOException("it does not begin as a segment of this version");
    }
    return ByteBuffer.wrap(read(channel, length - FOOT, FOOT));
  }

  /**
   * Reads the index, and holds it against its hash.
   *
   * @throws NoSuchFileException if the file is gone
   * @throws IOException if it is damaged or cannot be read
   */
  SegmentIndex index() throws IOException {
    try (FileChannel channel = open()) {
      ByteBuffer foot = foot(channel);
      long at = foot.getLong();
      int stored = foot.getInt();
      int raw = foot.getInt();
      if (at < HEAD.length || stored <= 0 || raw < 4 || at + stored + FOOT != channel.size()) {
        throw new IOException("its end makes no sense");
      }
      byte[] packed = read(channel, at, stored);
      if (!Hash.of(packed).equals(Hash.read(foot))) {
        throw new IOException("its index is damaged");
      }
      SegmentIndex index = SegmentIndex.parse(Zstandard.unpack(packed, raw, null));
      long frames = index.rows().stream().mapToLong(SegmentIndex.Row::stored).sum();
      if (frames != at - HEAD.length) {
        throw new IOException("its index does not fit it");
      }
      return index;
    }
  }

  /** Returns whether every byte is as it was written. */
  boolean isWhole() throws IOException {
    try (FileChannel channel = open()) {
      long end = channel.size() - Hash.BYTES;
      if (end < HEAD.length) {
        return false;
      }
      MessageDigest digest = Hash.digest();
      for (long at = 0; at < end; at += BLOCK) {
        digest.update(read(channel, at, (int) Math.min(BLOCK, end - at)));
      }
      return Hash.end(digest).equals(Hash.read(ByteBuffer.wrap(read(channel, end, Hash.BYTES))));
    }
  }

  /** Reads bytes that must be there. */
  static byte[] read(FileChannel channel, long at, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("it ends at byte " + (at + bytes.position()));
      }
    }
    return bytes.array();
  }
}
