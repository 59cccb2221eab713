package org.pchat.salvage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.pchat.infer.ArchiveEntry;
import org.pchat.infer.Inference;
import org.pchat.layout.DescribedLayout;
import org.pchat.layout.Layout;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.zip.Condition;
import org.pchat.zip.Fragment;
import org.pchat.zip.Wreck;

/** Infers the layout of a damaged export that nobody described, from its entries as mended. */
final class UnfamiliarWreck {
  private final Wreck wreck;
  private final Path folder;

  UnfamiliarWreck(Wreck wreck, Path folder) {
    this.wreck = wreck;
    this.folder = folder;
  }

  /**
   * Infers.
   *
   * @throws org.pchat.problem.UnsupportedArchiveException if what is left does not say enough
   */
  Layout infer() throws IOException {
    List<ArchiveEntry> entries =
        wreck.fragments().stream()
            .filter(fragment -> !fragment.names().isEmpty())
            .filter(fragment -> fragment.condition() != Condition.UNREADABLE)
            .map(f -> new ArchiveEntry(f.names().get(0), () -> open(f)))
            .toList();
    String archive = wreck.path().toString();
    return DescribedLayout.of(Inference.infer(archive, entries, false, Watch.NONE).descriptor());
  }

  private InputStream open(Fragment fragment) throws IOException {
    return fragment.condition() == Condition.SOUND ? wreck.open(fragment) : mended(fragment);
  }

  /** Any element may be a record here, since nobody knows yet which are. */
  private InputStream mended(Fragment fragment) throws IOException {
    Location where = Location.of(wreck.path().toString(), fragment.names().get(0));
    Spool target = Spool.in(folder);
    try (Spool original = Spool.in(folder);
        InputStream in = wreck.open(fragment)) {
      OutputStream out = original.out();
      in.transferTo(out);
      out.flush();
      boolean cut = fragment.condition() == Condition.CUT;
      var mender = new Mender(original, cut, where, name -> true, false);
      var whole = new Mended(original, target, mender.charset());
      if (!mender.mend(whole)) {
        target.close();
        return InputStream.nullInputStream();
      }
      return closing(whole);
    } catch (IOException | ArchiveException e) {
      target.close();
      throw e;
    }
  }

  /** Keeps the mended bytes for as long as they are read. */
  private static InputStream closing(Mended whole) throws IOException {
    return new FilterInputStream(whole.open()) {
      @Override
      public void close() throws IOException {
        try (whole) {
          super.close();
        }
      }
    };
  }
}
