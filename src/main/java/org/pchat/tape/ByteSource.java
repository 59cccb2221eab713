package org.pchat.tape;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;

/** Bytes that are read here and there. Safe for several threads. */
public interface ByteSource extends Closeable {
  /** Returns the name of the file, as the user gave it. */
  String name();

  /** Returns how many bytes there are. */
  long length();

  /** Fills a buffer from a position, as far as there are bytes. */
  void read(long position, ByteBuffer into) throws IOException;

  /**
   * Returns the bytes at a position, to be read as little-endian numbers.
   *
   * @param what what they belong to, to say so if the file ends before
   * @throws MalformedArchiveException if the file ends before
   */
  default ByteBuffer read(long position, int count, String what) throws IOException {
    if (position < 0 || position + count > length()) {
      throw malformed(BackupProblem.TRUNCATED, length(), what);
    }
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    read(position, bytes);
    if (bytes.hasRemaining()) {
      throw malformed(BackupProblem.TRUNCATED, position + bytes.position(), what);
    }
    return bytes.flip();
  }

  /** Returns the exception that says what is wrong with this file. */
  default MalformedArchiveException malformed(BackupProblem code, Object... arguments) {
    return new MalformedArchiveException(Problem.of(code, Location.of(name()), arguments));
  }
}
