package org.pchat.chunk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.zip.PendingFile;

/** Writes a segment, which has its name only when it is whole, on the disk, and was read back. */
final class SegmentWriter implements Closeable {
  private final PendingFile pending;
  private final MessageDigest digest = Hash.digest();
  private final SegmentIndex index = new SegmentIndex();
  private long length;

  SegmentWriter(Path folder) throws IOException {
    var random = new byte[8];
    new SecureRandom().nextBytes(random);
    String name = HexFormat.of().formatHex(random) + ChunkStore.SUFFIX;
    pending = PendingFile.create(folder.resolve(name), false);
    boolean begun = false;
    try {
      write(Segment.HEAD);
      begun = true;
    } finally {
      if (!begun) {
        pending.close();
      }
    }
  }

  long length() {
    return length;
  }

  /** Adds a packed frame. */
  void frame(byte[] packed, @Nullable Hash base, List<SegmentIndex.Chunk> chunks)
      throws IOException {
    write(packed);
    index.add(new SegmentIndex.Row(packed.length, base, List.copyOf(chunks)));
  }

  private void write(byte[] bytes) throws IOException {
    digest.update(bytes);
    length += bytes.length;
    put(bytes);
  }

  private void put(byte[] bytes) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      pending.channel().write(buffer);
    }
  }

  /** Ends the segment, and returns it. */
  Segment commit(PendingFile.Check readBack) throws IOException {
    long at = length;
    byte[] raw = index.bytes();
    byte[] packed = Zstandard.pack(raw, raw.length, null);
    write(packed);
    var foot = ByteBuffer.allocate(Segment.FOOT - Hash.BYTES);
    foot.putLong(at).putInt(packed.length).putInt(raw.length);
    Hash.of(packed).write(foot);
    write(foot.array());
    put(digest.digest());
    pending.commit(readBack);
    return new Segment(pending.target());
  }

  @Override
  public void close() throws IOException {
    pending.close();
  }
}
