package org.pchat.xml;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds the byte at which a character begins.
 *
 * <p>Characters are asked for in ascending order, so one walk along the bytes answers them all and
 * no table is needed. It trusts the bytes, which were decoded before.
 */
final class OffsetMap {
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private final ByteWindow window;
  private final int bytesPerChar;
  private long chars;
  private long bytes;

  /** Begins at the first character, which stands at byte {@code start}. */
  OffsetMap(ByteWindow window, Charset charset, long start) {
    this.window = window;
    this.bytes = start;
    if (charset.equals(StandardCharsets.UTF_8)) {
      bytesPerChar = 0;
    } else {
      bytesPerChar = charset.name().startsWith("UTF-16") ? 2 : 1;
    }
  }

  /** Returns the byte at which a character begins, counted in UTF-16 units. */
  long byteOf(long character) {
    if (character < chars) {
      throw new IllegalArgumentException("character %d was passed".formatted(character));
    }
    if (bytesPerChar > 0) {
      bytes += (character - chars) * bytesPerChar;
    } else {
      walk(character - chars);
    }
    chars = character;
    return bytes;
  }

  private void walk(long count) {
    ByteBuffer ahead = window.from(bytes);
    int at = ahead.position();
    for (long left = count; left > 0; ) {
      if (left >= Long.BYTES && isAscii(ahead, at)) {
        at += Long.BYTES;
        left -= Long.BYTES;
      } else {
        int lead = ahead.get(at) & 0xFF;
        at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        left -= lead < 0xF0 ? 1 : 2;
      }
    }
    bytes += at - ahead.position();
  }

  /** Returns whether the next eight bytes are there and are a character each, as most are. */
  private static boolean isAscii(ByteBuffer ahead, int at) {
    return at + Long.BYTES <= ahead.limit() && (ahead.getLong(at) & NOT_ASCII) == 0;
  }
}
