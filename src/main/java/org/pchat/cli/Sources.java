package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pchat.archive.ExportReader;
import org.pchat.backupfile.BackupReader;
import org.pchat.database.DatabaseAddress;
import org.pchat.database.DatabaseReader;
import org.pchat.model.ChatSource;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.store.SnapshotName;
import org.pchat.store.Store;
import org.pchat.zip.Container;

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
    Optional<SnapshotName> snapshot = snapshot(name);
    if (snapshot.isPresent()) {
      return snapshot.get().open(options);
    }
    List<Path> files = files(name);
    return BackupReader.recognises(files.get(0))
        ? BackupReader.open(files, options)
        : ExportReader.open(Path.of(name), options);
  }

  /** Returns the snapshot of a store that {@code name} stands for, if it stands for one. */
  static Optional<SnapshotName> snapshot(String name) {
    if (Store.is(Path.of(name))) {
      throw new UsageException(
          name + " is a store; name one of its snapshots, such as " + name + "@latest");
    }
    return SnapshotName.parse(name);
  }

  /**
   * Opens the entries of an export, wherever they lie; nothing if they lie in a file or directory
   * of their own.
   */
  static Optional<Container> container(String name, Watch watch) throws IOException {
    Optional<SnapshotName> snapshot = snapshot(name);
    return snapshot.isEmpty() ? Optional.empty() : Optional.of(snapshot.get().container(watch));
  }

  /** Returns the file or directory of a command that reads nothing else. */
  static Path file(String name) {
    SnapshotName.parse(name)
        .ifPresent(
            snapshot -> {
              throw new UsageException(
                  "%s is a snapshot of a store; write it to a file first: pchat restore %s --store %s -o FILE"
                      .formatted(name, snapshot.selector(), snapshot.folder()));
            });
    return Path.of(name);
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
    if (DatabaseAddress.isAddress(name)) {
      return DatabaseAddress.parse(name).file().map(List::of).orElse(List.of());
    }
    return SnapshotName.parse(name)
        .map(snapshot -> List.of(snapshot.folder()))
        .orElseGet(() -> files(name));
  }
}
