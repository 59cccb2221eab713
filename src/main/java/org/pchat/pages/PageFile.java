package org.pchat.pages;

import java.io.Closeable;
import java.io.IOException;
import org.pchat.tape.ByteSource;

/** Where the pages of the primary data file of a database are. */
interface PageFile extends Closeable {
  /** Returns the file from which the pages come, to speak of it. */
  ByteSource bytes();

  /** Returns the number behind the last page that there can be. */
  long end();

  /** Returns how many pages there are, used or not. */
  long carried();

  /**
   * Reads a page.
   *
   * @return false if it is not there
   */
  boolean read(long number, byte[] into) throws IOException;
}
