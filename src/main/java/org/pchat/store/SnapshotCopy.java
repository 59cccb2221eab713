package org.pchat.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.pchat.archive.ExportCopy;
import org.pchat.model.Watch;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/**
 * Writes a snapshot as the export that it was: the same entries in the same order, byte for byte.
 */
public final class SnapshotCopy {
  private SnapshotCopy() {}

  /**
   * Writes the snapshot to {@code target}.
   *
   * @param overwrite whether it may take the place of another file
   * @return how many entries it has
   * @throws org.pchat.problem.RefusedException if something is in the way
   * @throws org.pchat.problem.ArchiveException if the store is damaged; then nothing was written
   */
  public static int write(SnapshotName name, Path target, boolean overwrite, Watch watch)
      throws IOException {
    try (Container container = name.container(watch);
        ExportCopy copy = ExportCopy.create(target, overwrite)) {
      for (Entry entry : container.entries()) {
        watch.check();
        try (InputStream in = container.open(entry);
            OutputStream out = copy.entry(entry.name())) {
          in.transferTo(out);
        }
      }
      copy.commit(null);
      return container.entries().size();
    }
  }
}
