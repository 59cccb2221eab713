package org.pchat.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.pchat.model.Watch;
import org.pchat.problem.ZipProblem;

/** The bytes of a file from one place to another, front to back. Does not own the file. */
final class FileStretch extends BlockInputStream {
  private final ArchiveFile file;
  private final Watch watch;
  private final long end;
  private long position;
  private boolean failed;

  /** Covers {@code length} bytes from {@code start} on, which lie inside the file. */
  FileStretch(ArchiveFile file, long start, long length, Watch watch) {
    this.file = file;
    this.watch = watch;
    this.position = start;
    this.end = start + length;
  }

  long remaining() {
    return end - position;
  }

  /** Returns whether the disk failed, so that a decoder's complaint is not about the data. */
  boolean failed() {
    return failed;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == end) {
      return -1;
    }
    watch.check();
    int wanted = (int) Math.min(length, remaining());
    int count = fetch(ByteBuffer.wrap(target, from, wanted));
    position += count;
    watch.read(count);
    return count;
  }

  private int fetch(ByteBuffer target) throws IOException {
    failed = true;
    int count = file.read(target, position);
    if (count < 0) {
      throw file.faults().malformed(null, ZipProblem.CHANGED);
    }
    failed = false;
    return count;
  }
}
