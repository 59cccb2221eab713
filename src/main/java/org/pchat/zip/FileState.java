package org.pchat.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a file is still the one that was opened.
 *
 * @param size its length
 * @param modified when it was last written
 * @param key the file system's own number for it; null where there is none (Windows)
 */
record FileState(long size, FileTime modified, @Nullable Object key) {
  static FileState of(Path path) throws IOException {
    var attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return new FileState(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }

  /** Returns whether {@code path} is now another file, or this one with other content, or gone. */
  boolean differsFrom(Path path) {
    try {
      return !of(path).equals(this);
    } catch (IOException gone) {
      return true;
    }
  }
}
