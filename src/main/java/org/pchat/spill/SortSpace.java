package org.pchat.spill;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The room that a sort may take.
 *
 * @param memory how many bytes of records it may hold in memory
 * @param folder where it may put temporary files
 */
public record SortSpace(long memory, Path folder) {
  private static final long DEFAULT_MEMORY = 32L << 20;

  /** Returns 32 MiB and the system's folder for temporary files. */
  public static SortSpace defaults() {
    return new SortSpace(DEFAULT_MEMORY, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Returns the failure to use the folder, as a sentence. */
  IOException unusable(IOException cause) {
    return new IOException(
        "the folder \"%s\" cannot take temporary files: %s; free space there or choose another"
                .formatted(folder, reason(cause))
            + " by JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER",
        cause);
  }

  private static @Nullable String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "it does not exist";
    }
    return cause instanceof AccessDeniedException
        ? "no permission to write there"
        : cause.getMessage();
  }
}
