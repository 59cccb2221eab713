package org.pchat.salvage;

import java.io.IOException;
import java.io.InputStream;

/**
 * How much of an entry is UTF-8.
 *
 * @param longer how many characters of more than one byte there are
 * @param malformed how many bytes belong to no character
 */
record Utf8Census(long longer, long malformed) {
  static Utf8Census of(Spool entry) throws IOException {
    long longer = 0;
    long malformed = 0;
    int missing = 0;
    try (InputStream in = entry.from(0, Long.MAX_VALUE)) {
      for (int b; (b = in.read()) >= 0; ) {
        if (missing > 0 && (b & 0xC0) == 0x80) {
          missing--;
          longer += missing == 0 ? 1 : 0;
          continue;
        }
        malformed += missing > 0 ? 1 : 0;
        missing = b < 0x80 ? 0 : b < 0xC2 ? -1 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : b < 0xF5 ? 3 : -1;
        malformed += missing < 0 ? 1 : 0;
        missing = Math.max(missing, 0);
      }
    }
    return new Utf8Census(longer, malformed + (missing > 0 ? 1 : 0));
  }
}
