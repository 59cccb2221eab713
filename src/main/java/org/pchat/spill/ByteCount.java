package org.pchat.spill;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts the bytes that pass through it. */
final class ByteCount extends FilterOutputStream {
  private long count;

  /** Counts bytes on their way to {@code out}. */
  ByteCount(OutputStream out) {
    super(out);
  }

  /** Counts bytes and drops them. */
  static ByteCount only() {
    return new ByteCount(OutputStream.nullOutputStream());
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    count++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    count += length;
  }

  long count() {
    return count;
  }
}
