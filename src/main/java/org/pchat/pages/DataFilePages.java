package org.pchat.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.pchat.tape.ByteSource;

/** The pages of a data file, one behind the other. */
record DataFilePages(ByteSource bytes) implements PageFile {
  @Override
  public long end() {
    return bytes.length() / Page.SIZE;
  }

  @Override
  public long carried() {
    return end();
  }

  @Override
  public boolean read(long number, byte[] into) throws IOException {
    if (number < 0 || number >= end()) {
      return false;
    }
    bytes.read(number * Page.SIZE, ByteBuffer.wrap(into));
    return true;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
