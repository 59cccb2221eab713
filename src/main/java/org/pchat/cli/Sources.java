package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pchat.archive.ExportReader;
import org.pchat.model.ChatSource;
import org.pchat.model.ReadOptions;

/**
 * Opens whatever a user may name as a SOURCE. Each origin adds itself here, and every command can
 * read it.
 */
final class Sources {
  private Sources() {}

  /** Opens the source that {@code name} stands for; the caller closes it. */
  static ChatSource open(String name, ReadOptions options) throws IOException {
    return ExportReader.open(Path.of(name), options);
  }

  /**
   * Returns the file or directory that {@code name} stands for, which must not be written over
   * while it is read; nothing for a source that is none.
   */
  static Optional<Path> file(String name) {
    if (name.isEmpty()) {
      throw new UsageException("the name of the source is empty; is a variable not set?");
    }
    return Optional.of(Path.of(name));
  }
}
