package org.pchat.zip;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is made to be read in blocks; single bytes work, slowly. */
abstract class BlockInputStream extends InputStream {
  @Override
  public final int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public abstract int read(byte[] target, int from, int length) throws IOException;
}
