package org.pchat.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** A text many times over, as a stream that is never in memory. */
final class Repeated extends InputStream {
  private final byte[] unit;
  private long left;
  private int at;

  private Repeated(String unit, long times) {
    this.unit = unit.getBytes(StandardCharsets.UTF_8);
    this.left = times * this.unit.length;
  }

  /** Returns an entry in UTF-8 whose middle part is repeated. */
  static InputStream between(String head, String unit, long times, String tail) {
    return new SequenceInputStream(
        Collections.enumeration(List.of(stream(head), new Repeated(unit, times), stream(tail))));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (left == 0) {
      return -1;
    }
    int count = 0;
    while (count < length && left > 0) {
      int part = (int) Math.min(Math.min(unit.length - at, length - count), left);
      System.arraycopy(unit, at, target, offset + count, part);
      at = (at + part) % unit.length;
      count += part;
      left -= part;
    }
    return count;
  }
}
