package org.pchat.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where results go. Tells a closed pipe from a failing disk, which {@code PrintStream} hides, and
 * says that it was this end that failed and not the source.
 */
final class ResultStream extends FilterOutputStream {
  private final String name;
  private @Nullable IOException failure;

  /**
   * Passes on what is written.
   *
   * @param name what to call it in a message
   */
  ResultStream(OutputStream out, String name) {
    super(out);
    this.name = name;
  }

  @Override
  public void write(byte[] block, int offset, int length) throws IOException {
    try {
      out.write(block, offset, length);
    } catch (IOException failed) {
      throw worded(failed);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException failed) {
      throw worded(failed);
    }
  }

  /**
   * Returns the last failure; null if there was none. The help printer does not throw, so somebody
   * has to ask.
   */
  @Nullable IOException failure() {
    return failure;
  }

  /** Unix says "Broken pipe", Windows "The pipe is being closed" or "has been ended". */
  private IOException worded(IOException failed) {
    String reason = String.valueOf(failed.getMessage());
    failure =
        reason.toLowerCase(Locale.ROOT).contains("pipe")
            ? new ClosedPipeException(failed)
            : new FileSystemException(name, null, reason);
    return failure;
  }
}
