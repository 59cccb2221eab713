package org.pchat.infer;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of an archive, wherever it lies.
 *
 * @param name its name with {@code /} between the parts; hostile text
 * @param content opens its bytes, as often as asked
 */
public record ArchiveEntry(String name, Content content) {
  /** Opens the bytes of an entry. */
  @FunctionalInterface
  public interface Content {
    /** Returns the bytes from the first; the caller closes the stream. */
    InputStream open() throws IOException;
  }
}
