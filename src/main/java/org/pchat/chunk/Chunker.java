package org.pchat.chunk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts a stream of pieces, such as messages, into chunks. Where it cuts depends on the pieces
 * themselves, so an edit changes the chunk that it is in and moves no other cut.
 *
 * <p>How chunks are cut is no part of the format; whoever reads a store just joins them.
 */
public final class Chunker {
  private static final int LEAST = 16 << 10;
  private static final int MOST = 256 << 10;

  /** How many bytes lie between two cuts beyond the least, on average. */
  private static final long USUAL = 48 << 10;

  private final Sink sink;
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(2 * LEAST);

  /** Takes the chunks, in order. */
  @FunctionalInterface
  public interface Sink {
    /** Takes a chunk over. */
    void take(byte[] chunk) throws IOException;
  }

  /** Cuts for {@code sink}. */
  public Chunker(Sink sink) {
    this.sink = sink;
  }

  /** Adds a piece that chunks should not be cut in, unless it is very long by itself. */
  public void add(byte[] piece) throws IOException {
    if (piece.length == 0) {
      return;
    }
    for (int from = 0; from < piece.length; from += MOST) {
      int length = Math.min(MOST, piece.length - from);
      if (chunk.size() > 0 && chunk.size() + length > MOST) {
        cut();
      }
      chunk.write(piece, from, length);
    }
    if (chunk.size() >= LEAST && isEnd(piece)) {
      cut();
    }
  }

  private static boolean isEnd(byte[] piece) {
    int hash = Arrays.hashCode(piece) * 0x9E3779B1;
    hash ^= hash >>> 15;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    return Integer.toUnsignedLong(hash) < ((long) piece.length << 32) / USUAL;
  }

  private void cut() throws IOException {
    sink.take(chunk.toByteArray());
    chunk.reset();
  }

  /** Ends the stream. */
  public void end() throws IOException {
    if (chunk.size() > 0) {
      cut();
    }
  }
}
