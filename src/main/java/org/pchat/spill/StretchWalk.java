package org.pchat.spill;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Walks over a stretch of records in a file; closing it leaves the file open. */
final class StretchWalk<T> implements SortedWalk<T> {
  private static final int BUFFER = 1 << 16;

  private final DataInputStream in;
  private final Codec<T> codec;
  private long left;
  private @Nullable T record;

  StretchWalk(FileChannel channel, Codec<T> codec, long start, long records) {
    this.in =
        new DataInputStream(new BufferedInputStream(new ChannelInput(channel, start), BUFFER));
    this.codec = codec;
    this.left = records;
  }

  @Override
  public boolean advance() throws IOException {
    record = left > 0 ? codec.read(in) : null;
    return left-- > 0;
  }

  @Override
  public T record() {
    if (record == null) {
      throw new IllegalStateException("there is no record here");
    }
    return record;
  }

  @Override
  public void close() {}
}
