package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pchat.archive.ExportReader;
import org.pchat.database.DatabaseAddress;
import org.pchat.database.DatabaseReader;
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
    if (DatabaseAddress.isAddress(name)) {
      return DatabaseReader.open(DatabaseAddress.parse(name), options);
    }
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
    return DatabaseAddress.isAddress(name)
        ? DatabaseAddress.parse(name).file()
        : Optional.of(Path.of(name));
  }
}
