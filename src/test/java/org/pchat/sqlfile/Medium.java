package org.pchat.sqlfile;

import java.io.Closeable;
import java.io.IOException;

/** Takes the bytes of a backup as they come. */
interface Medium extends Closeable {
  /** Appends bytes. */
  void write(byte[] bytes, int from, int length) throws IOException;

  /** Appends a block of one sector that is never compressed. */
  void filemark(byte[] sector) throws IOException;

  /** Returns how many bytes the file has so far. */
  long written();

  /** Returns how many bytes of the plain backup there are so far. */
  long position();
}
