package org.pchat.spill;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Makes temporary files.
 *
 * <p>Chat is confidential, so only the owner can read such a file, from its creation on. It is
 * deleted on close, which on POSIX systems means that its name is gone as soon as it is open:
 * nothing stays behind even if the process is killed.
 */
final class TemporaryFile {
  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);

  private TemporaryFile() {}

  /** Makes an empty file in {@code folder} and opens it to write and read. */
  static FileChannel create(Path folder) throws IOException {
    Path file = folder.resolve("pchat-" + UUID.randomUUID() + ".tmp");
    return FileChannel.open(file, OPTIONS, ownerOnly(folder));
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
