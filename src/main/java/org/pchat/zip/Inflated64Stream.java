package org.pchat.zip;

import java.io.BufferedInputStream;
import java.io.IOException;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.CancelledException;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.ZipProblem;

/**
 * The content of a stretch of a file that was packed with Deflate64, as the Windows Explorer does
 * above 2 GB. The JDK cannot read it; commons-compress can, but answers damage with exceptions of
 * any kind, which are turned into one here.
 */
final class Inflated64Stream extends BlockInputStream {
  private final FileStretch packed;
  private final long packedSize;
  private final String entry;
  private final Faults faults;
  private final Deflate64CompressorInputStream content;

  Inflated64Stream(FileStretch packed, String entry, Faults faults) {
    this.packed = packed;
    this.packedSize = packed.remaining();
    this.entry = entry;
    this.faults = faults;
    this.content = new Deflate64CompressorInputStream(new BufferedInputStream(packed));
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = decode(target, from, length);
    if (count < 0) {
      requireNothingLeft();
    }
    return count;
  }

  private int decode(byte[] target, int from, int length) throws IOException {
    try {
      return content.read(target, from, length);
    } catch (ArchiveException | CancelledException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (packed.failed()) {
        throw e;
      }
      var problem =
          faults.problem(entry, ZipProblem.DEFLATE_BROKEN, String.valueOf(e.getMessage()));
      throw new MalformedArchiveException(problem, e);
    }
  }

  private void requireNothingLeft() {
    long left = packedSize - content.getCompressedCount();
    if (left > 0) {
      throw faults.malformed(entry, ZipProblem.DATA_LEFT, left);
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
