package org.pchat.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.ProblemLog;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;
import org.pchat.zip.Limits;

/**
 * Reads a written export back from the disk before it gets its name; the writer is never believed.
 */
final class ReadBack {
  private ReadBack() {}

  /** Checks a file that holds a manifest besides what was written. */
  static void check(Path file, List<Manifest.Described> written) throws IOException {
    check(file, written, written.size() + 1);
  }

  /** Checks a file that holds so many entries, some of which are described. */
  static void check(Path file, List<Manifest.Described> written, int entries) throws IOException {
    try (Container container =
        Container.open(
            file,
            Limits.defaults().withMaxUnpacked(Long.MAX_VALUE),
            ProblemLog.strict(),
            Watch.NONE)) {
      if (container.entries().size() != entries) {
        throw new IOException(
            "the file read back has " + container.entries().size() + " entries, not " + entries);
      }
      checkAll(container, written);
    } catch (ArchiveException damaged) {
      throw new IOException(
          "the file read back is damaged: " + damaged.problem().message(), damaged);
    }
  }

  /** Entries do not depend on each other, so that all cores can check some. */
  private static void checkAll(Container container, List<Manifest.Described> written)
      throws IOException {
    try {
      written.parallelStream()
          .forEach(
              entry -> {
                try {
                  check(container, entry);
                } catch (IOException differs) {
                  throw new UncheckedIOException(differs);
                }
              });
    } catch (UncheckedIOException differs) {
      throw differs.getCause();
    }
  }

  private static void check(Container container, Manifest.Described expected) throws IOException {
    Entry entry =
        container
            .entry(expected.name())
            .orElseThrow(() -> new IOException("the file read back has no " + expected.name()));
    var measured = new MeasuredStream(OutputStream.nullOutputStream());
    try (InputStream in = container.open(entry)) {
      in.transferTo(measured);
    }
    if (measured.bytes() != expected.bytes() || !measured.sha256().equals(expected.sha256())) {
      throw new IOException("the file read back differs in " + expected.name());
    }
  }
}
