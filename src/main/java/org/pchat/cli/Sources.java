package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.pchat.archive.ExportReader;
import org.pchat.backupfile.BackupReader;
import org.pchat.database.DatabaseAddress;
import org.pchat.database.DatabaseReader;
import org.pchat.model.ChatSource;
import org.pchat.model.ReadOptions;

/**
 * Opens whatever a user may name as a SOURCE. Each origin adds itself here, and every command can
 * read it.
 */
final class Sources {
  private static final char STRIPES = '+';

  private Sources() {}

  /** Opens the source that {@code name} stands for; the caller closes it. */
  static ChatSource open(String name, ReadOptions options) throws IOException {
    if (DatabaseAddress.isAddress(name)) {
      return DatabaseReader.open(DatabaseAddress.parse(name), options);
    }
    List<Path> files = files(name);
    return BackupReader.recognises(files.get(0))
        ? BackupReader.open(files, options)
        : ExportReader.open(Path.of(name), options);
  }

  /** Returns the files of a name: a plus sign joins those of a striped backup. */
  static List<Path> files(String name) {
    Path whole = Path.of(name);
    if (Files.exists(whole) || name.indexOf(STRIPES) < 0) {
      return List.of(whole);
    }
    List<Path> files = Arrays.stream(name.split("\\+", -1)).map(Path::of).toList();
    return files.stream().allMatch(Files::isRegularFile) ? files : List.of(whole);
  }

  /**
   * Returns the files or the directory that {@code name} stands for, which must not be written over
   * while they are read; nothing for a source that is none.
   */
  static List<Path> read(String name) {
    if (name.isEmpty()) {
      throw new UsageException("the name of the source is empty; is a variable not set?");
    }
    return DatabaseAddress.isAddress(name)
        ? DatabaseAddress.parse(name).file().map(List::of).orElse(List.of())
        : files(name);
  }
}
