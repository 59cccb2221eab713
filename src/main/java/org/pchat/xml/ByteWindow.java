package org.pchat.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a stream from a released position to the last byte read. Positions are counted from
 * the start of the stream.
 *
 * <p>It grows to hold what is not yet released, and shrinks again; whoever reads bounds that.
 */
final class ByteWindow {
  private static final int SIZE = 32 * 1024;

  private final InputStream in;
  private byte[] bytes = new byte[SIZE];
  private int first;
  private int limit;
  private long firstPosition;
  private @Nullable RuntimeException streamFailure;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  /** Reads at least one byte more; returns false at the end of the stream. */
  boolean fill() throws IOException {
    if (limit == bytes.length) {
      makeRoom();
    }
    int count = read();
    limit += Math.max(count, 0);
    return count >= 0;
  }

  private int read() throws IOException {
    try {
      return in.read(bytes, limit, bytes.length - limit);
    } catch (RuntimeException e) {
      streamFailure = e;
      throw e;
    }
  }

  /**
   * Returns whether the stream threw this: a refusal of the container or a wish to stop, which
   * comes up through the parser but is none of its failures.
   */
  boolean threw(RuntimeException failure) {
    return streamFailure == failure;
  }

  private void makeRoom() {
    int held = limit - first;
    int size = held < SIZE / 2 ? SIZE : held > bytes.length / 2 ? grown() : bytes.length;
    byte[] target = size == bytes.length ? bytes : new byte[size];
    System.arraycopy(bytes, first, target, 0, held);
    bytes = target;
    first = 0;
    limit = held;
  }

  private int grown() {
    return (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8);
  }

  /** Returns the position behind the last byte read. */
  long end() {
    return firstPosition + limit - first;
  }

  /** Returns the bytes from a position to {@link #end}, valid until the next {@link #fill}. */
  ByteBuffer from(long position) {
    int index = index(position);
    return ByteBuffer.wrap(bytes, index, limit - index);
  }

  /** Returns a copy of the bytes between two positions. */
  byte[] copy(long from, long to) {
    return Arrays.copyOfRange(bytes, index(from), index(to));
  }

  /** Lets go of everything before a position. */
  void release(long position) {
    first = index(position);
    firstPosition = position;
  }

  private int index(long position) {
    if (position < firstPosition || position > end()) {
      throw new IllegalArgumentException(
          "position %d is not between %d and %d".formatted(position, firstPosition, end()));
    }
    return first + (int) (position - firstPosition);
  }
}
