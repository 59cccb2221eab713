package org.pchat.zip;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/** The Info-ZIP extra field that spells an entry's name a second time, in UTF-8 (APPNOTE 4.6.9). */
final class UnicodePath {
  private static final int HEADER = 5;
  private static final int VERSION = 1;

  private UnicodePath() {}

  /**
   * Returns the second spelling, or nothing where the field does not count: of an unknown version,
   * or about another name than {@code rawName}, which happens after a renaming.
   */
  static Optional<String> of(ByteBuffer field, ByteBuffer rawName) {
    var crc = new CRC32();
    crc.update(rawName.duplicate());
    boolean counts =
        field.remaining() >= HEADER
            && field.get(0) == VERSION
            && (field.getInt(1) & 0xFFFF_FFFFL) == crc.getValue();
    // What is no UTF-8 spells no name, and so cannot agree with any.
    return counts
        ? NameDecoder.utf8(field.slice(HEADER, field.limit() - HEADER)).or(() -> Optional.of(""))
        : Optional.empty();
  }

  /** Returns whether both are the same but for letters that the alphabets spell differently. */
  static boolean isSameBesidesEncoding(ByteBuffer rawName, String text) {
    var ascii = new StringBuilder();
    for (int i = rawName.position(); i < rawName.limit(); i++) {
      if (rawName.get(i) >= 0) {
        ascii.append((char) rawName.get(i));
      }
    }
    return text.replaceAll("[^\\x00-\\x7F]", "").contentEquals(ascii);
  }
}
