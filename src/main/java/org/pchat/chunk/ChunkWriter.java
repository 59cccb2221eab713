package org.pchat.chunk;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds chunks to a store. Those that are there already are not added again; one that resembles
 * another is packed with that one as a dictionary, so that it costs what is new in it.
 *
 * <p>What was put can be relied on after {@link #finish}. What was not finished leaves at most
 * whole segments that nobody refers to.
 */
public final class ChunkWriter implements Closeable {
  /** How many chunks may build on each other: each has to be unpacked to read the last. */
  static final int DEEPEST = 64;

  private static final int FRAME = 1 << 20;
  private static final long SEGMENT = 64L << 20;

  /**
   * A chunk is packed on another one if it takes so much less than alone: reading it costs more.
   */
  private static final double WORTHWHILE = 0.7;

  private final ChunkStore store;
  private final ByteArrayOutputStream group = new ByteArrayOutputStream(FRAME);
  private final List<SegmentIndex.Chunk> grouped = new ArrayList<>();
  private final Set<Integer> waiting = new HashSet<>();
  private @Nullable SegmentWriter segment;
  private long added;

  ChunkWriter(ChunkStore store) {
    this.store = store;
  }

  /** Returns how many bytes were added to the disk so far. */
  public long added() {
    return added;
  }

  /**
   * Adds a chunk, and returns its number.
   *
   * @param bytes the chunk; not empty
   * @param base the number of a chunk that it resembles; -1 for none
   */
  public int put(byte[] bytes, int base) throws IOException {
    var chunk = new SegmentIndex.Chunk(Hash.of(bytes), bytes.length);
    int number = store.number(chunk.hash());
    if (store.has(number) || waiting.contains(number)) {
      return number;
    }
    if (base >= 0 && store.has(base) && store.index().depth(base) < DEEPEST) {
      byte[] dictionary = store.read(base);
      if (Zstandard.isPlain(dictionary)) {
        byte[] packed = Zstandard.pack(bytes, bytes.length, dictionary);
        byte[] alone = Zstandard.pack(bytes, bytes.length, null);
        if (packed.length <= alone.length * WORTHWHILE) {
          frame(packed, store.hash(base), List.of(chunk));
          return number;
        }
      }
    }
    gather(bytes, chunk, number);
    return number;
  }

  private void gather(byte[] bytes, SegmentIndex.Chunk chunk, int number) throws IOException {
    if (group.size() > 0 && group.size() + bytes.length > FRAME) {
      flush();
    }
    group.writeBytes(bytes);
    grouped.add(chunk);
    waiting.add(number);
  }

  private void flush() throws IOException {
    if (grouped.isEmpty()) {
      return;
    }
    byte[] raw = group.toByteArray();
    frame(Zstandard.pack(raw, raw.length, null), null, grouped);
    group.reset();
    grouped.clear();
    waiting.clear();
  }

  /** Adds a chunk of the store as it is to the segment that is being written. */
  void copy(int number) throws IOException {
    ChunkIndex.Frame at = store.index().at(store.index().frame(number));
    byte[] bytes = store.read(number);
    var chunk = new SegmentIndex.Chunk(store.hash(number), bytes.length);
    if (at.base() == ChunkIndex.ABSENT) {
      gather(bytes, chunk, number);
    } else {
      frame(store.packed(at), store.hash(at.base()), List.of(chunk));
    }
  }

  private void frame(byte[] packed, @Nullable Hash base, List<SegmentIndex.Chunk> chunks)
      throws IOException {
    SegmentWriter out = segment;
    if (out == null) {
      out = new SegmentWriter(store.folder());
      segment = out;
    }
    var row = new SegmentIndex.Row(packed.length, base, List.copyOf(chunks));
    store.register(store.next(), out.length(), row);
    try {
      out.frame(packed, base, chunks);
    } catch (IOException failed) {
      throw named(failed);
    }
    added += packed.length;
    if (out.length() >= SEGMENT) {
      end(out);
    }
  }

  /** What fails here is the store, not what is saved in it. */
  private IOException named(IOException failed) {
    return failed instanceof FileSystemException
        ? failed
        : new FileSystemException(store.folder().toString(), null, failed.getMessage());
  }

  private void end(SegmentWriter out) throws IOException {
    Segment written;
    try {
      written = out.commit(this::readBack);
    } catch (IOException failed) {
      throw named(failed);
    }
    store.add(written);
    store.index().settle();
    segment = null;
  }

  /** The writer is never believed. */
  private void readBack(Path file) throws IOException {
    var written = new Segment(file);
    written.index();
    if (!written.isWhole()) {
      throw new IOException(file + " was not written: what reached the disk is damaged");
    }
  }

  /** Puts all that was added on the disk. */
  public void finish() throws IOException {
    flush();
    if (segment != null) {
      end(segment);
    }
  }

  @Override
  public void close() throws IOException {
    if (segment != null) {
      segment.close();
    }
  }
}
