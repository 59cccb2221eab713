package org.pchat.infer;

import java.io.IOException;
import java.io.InputStream;

/** Tells entries that may be XML from those that are something else, by their first bytes. */
final class Sniff {
  private static final int HEAD = 64;

  private Sniff() {}

  /** Returns whether the first character that is no white space is {@code <}. */
  static boolean looksLikeXml(ArchiveEntry entry) throws IOException {
    byte[] head;
    try (InputStream in = entry.content().open()) {
      head = in.readNBytes(HEAD);
    }
    for (byte b : head) {
      boolean skipped = b == 0 || b == ' ' || b == '\t' || b == '\r' || b == '\n' || b < 0;
      if (!skipped) {
        return b == '<';
      }
    }
    return false;
  }
}
