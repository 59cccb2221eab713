package org.pchat.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table at the end of a segment: its frames, and the chunks in each. */
final class SegmentIndex {
  private static final int FRAME = 4 + 4 + 1;
  private static final int CHUNK = Hash.BYTES + 4;

  private final List<Row> rows = new ArrayList<>();

  /**
   * A frame.
   *
   * @param stored how many bytes it takes up
   * @param base the chunk that is its dictionary; null for none
   * @param chunks what stands in it, in order
   */
  record Row(int stored, @Nullable Hash base, List<Chunk> chunks) {
    int raw() {
      return chunks.stream().mapToInt(Chunk::length).sum();
    }
  }

  /** A chunk. */
  record Chunk(Hash hash, int length) {}

  void add(Row row) {
    rows.add(row);
  }

  List<Row> rows() {
    return rows;
  }

  byte[] bytes() {
    int length = 4;
    for (Row row : rows) {
      length += FRAME + (row.base() == null ? 0 : Hash.BYTES) + CHUNK * row.chunks().size();
    }
    var out = ByteBuffer.allocate(length);
    out.putInt(rows.size());
    for (Row row : rows) {
      out.putInt(row.stored()).put((byte) (row.base() == null ? 0 : 1));
      if (row.base() != null) {
        row.base().write(out);
      }
      out.putInt(row.chunks().size());
      for (Chunk chunk : row.chunks()) {
        chunk.hash().write(out);
        out.putInt(chunk.length());
      }
    }
    return out.array();
  }

  /**
   * Reads the bytes.
   *
   * @throws IOException if they do not add up
   */
  static SegmentIndex parse(byte[] bytes) throws IOException {
    var in = ByteBuffer.wrap(bytes);
    var index = new SegmentIndex();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      int stored = in.getInt();
      Hash base = in.get() == 0 ? null : Hash.read(in);
      int chunks = in.getInt();
      if (stored <= 0 || chunks <= 0 || chunks > in.remaining() / CHUNK) {
        throw new IOException("its index makes no sense");
      }
      List<Chunk> row = new ArrayList<>(chunks);
      for (int j = 0; j < chunks; j++) {
        row.add(new Chunk(Hash.read(in), in.getInt()));
      }
      index.add(new Row(stored, base, row));
    }
    if (in.hasRemaining()) {
      throw new IOException("its index is longer than it says");
    }
    return index;
  }
}
