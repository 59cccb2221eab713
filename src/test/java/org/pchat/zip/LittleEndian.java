package org.pchat.zip;

import java.io.ByteArrayOutputStream;

/** Bytes in the order of a ZIP file: the lowest first. */
final class LittleEndian {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  LittleEndian u16(long... values) {
    return all(2, values);
  }

  LittleEndian u32(long... values) {
    return all(4, values);
  }

  LittleEndian u64(long... values) {
    return all(8, values);
  }

  LittleEndian raw(byte[]... parts) {
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return this;
  }

  private LittleEndian all(int width, long... values) {
    for (long value : values) {
      for (int i = 0; i < width; i++) {
        bytes.write((int) (value >>> (8 * i)));
      }
    }
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
