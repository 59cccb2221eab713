package org.pchat.store;

import java.io.IOException;
import java.io.InputStream;
import org.pchat.chunk.ChunkStore;

/** The bytes of chunks, one after the other. */
final class ChunkStream extends InputStream {
  private final ChunkStore chunks;
  private final int[] numbers;
  private int next;
  private byte[] chunk = new byte[0];
  private int at;

  ChunkStream(ChunkStore chunks, int[] numbers) {
    this.chunks = chunks;
    this.numbers = numbers;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == chunk.length) {
      if (next == numbers.length) {
        return -1;
      }
      chunk = chunks.read(numbers[next++]);
      at = 0;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, from, count);
    at += count;
    return count;
  }
}
