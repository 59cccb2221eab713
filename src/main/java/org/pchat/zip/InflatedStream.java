package org.pchat.zip;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.pchat.problem.ZipProblem;

/**
 * The inflated content of a stretch of a file. The deflate stream must end exactly where the
 * stretch ends: bytes behind it are hidden content, and too few are a cut.
 */
final class InflatedStream extends BlockInputStream {
  private static final int BLOCK = 1 << 16;

  private final FileStretch packed;
  private final String entry;
  private final Faults faults;
  private final byte[] block;
  private final Inflater inflater = new Inflater(true);

  InflatedStream(FileStretch packed, String entry, Faults faults) {
    this.packed = packed;
    this.entry = entry;
    this.faults = faults;
    // The size is a claim of the archive: it may make the block smaller, never larger.
    this.block = new byte[(int) Math.max(1, Math.min(BLOCK, packed.remaining()))];
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      return inflate(target, from, length);
    } catch (DataFormatException e) {
      throw faults.malformed(entry, ZipProblem.DEFLATE_BROKEN, String.valueOf(e.getMessage()));
    }
  }

  private int inflate(byte[] target, int from, int length) throws IOException, DataFormatException {
    while (true) {
      int count = inflater.inflate(target, from, length);
      if (count > 0) {
        return count;
      }
      if (inflater.finished()) {
        requireNothingLeft();
        return -1;
      }
      feed();
    }
  }

  private void feed() throws IOException {
    int count = packed.read(block, 0, block.length);
    if (count < 0) {
      throw faults.malformed(entry, ZipProblem.DEFLATE_BROKEN, "it is cut short");
    }
    inflater.setInput(block, 0, count);
  }

  private void requireNothingLeft() {
    long left = inflater.getRemaining() + packed.remaining();
    if (left > 0) {
      throw faults.malformed(entry, ZipProblem.DATA_LEFT, left);
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
