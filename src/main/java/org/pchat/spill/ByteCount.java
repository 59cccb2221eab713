package org.pchat.spill;

import java.io.OutputStream;

/** Counts the bytes written to it and drops them. */
final class ByteCount extends OutputStream {
  private long count;

  @Override
  public void write(int one) {
    count++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    count += length;
  }

  long count() {
    return count;
  }
}
