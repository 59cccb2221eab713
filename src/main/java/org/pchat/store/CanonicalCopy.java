package org.pchat.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.archive.ExportWriter;
import org.pchat.model.ChatSource;
import org.pchat.model.ReadOptions;
import org.pchat.order.SortedSource;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.spill.SortSpace;

/**
 * A source that has no bytes of its own, such as a database, written as a canonical export into the
 * folder for temporary files for as long as it is saved.
 */
public final class CanonicalCopy implements Closeable {
  private final Path folder;
  private final Export export;

  private CanonicalCopy(Path folder, Export export) {
    this.folder = folder;
    this.export = export;
  }

  /** Writes the source; the caller closes the copy, which removes it. */
  public static CanonicalCopy of(ChatSource source, ReadOptions options) throws IOException {
    Path folder = Files.createTempDirectory("pchat-");
    boolean made = false;
    try {
      Path file = folder.resolve("export.zip");
      write(source, file, options);
      var copy = new CanonicalCopy(folder, ExportReader.open(file, options));
      made = true;
      return copy;
    } finally {
      if (!made) {
        clear(folder);
      }
    }
  }

  private static void write(ChatSource source, Path file, ReadOptions options) throws IOException {
    SortSpace space = SortSpace.defaults();
    try {
      ExportWriter.write(SortedSource.of(source, options.watch(), space), file, false);
    } catch (MalformedArchiveException unsorted) {
      if (unsorted.problem().code() != ExportProblem.NOT_IN_ORDER) {
        throw unsorted;
      }
      ExportWriter.write(SortedSource.again(source, options.watch(), space), file, false);
    }
  }

  /** Returns the copy. */
  public Export export() {
    return export;
  }

  private static void clear(Path folder) throws IOException {
    for (Path file : Store.list(folder)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }

  @Override
  public void close() throws IOException {
    try {
      export.close();
    } finally {
      clear(folder);
    }
  }
}
