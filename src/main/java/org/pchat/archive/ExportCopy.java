package org.pchat.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Layout;
import org.pchat.layout.Pchat1;
import org.pchat.model.Consistency;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.zip.PendingFile;
import org.pchat.zip.ZipOutput;

/**
 * An export that is written entry by entry in the layout of another, from bytes that the caller
 * has. Where the layout has a manifest, it is written last and says what was written.
 *
 * <pre>{@code
 * try (var copy = ExportCopy.create(target, false, layout)) {
 *   try (OutputStream out = copy.entry(name)) {
 *     write(out);
 *   }
 *   copy.describe(role, records);
 *   copy.commit(null);
 * }
 * }</pre>
 */
public final class ExportCopy implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final PendingFile pending;
  private final ZipOutput zip;
  private final @Nullable Layout layout;
  private final List<Manifest.Described> written = new ArrayList<>();
  private final List<Manifest.Described> described = new ArrayList<>();
  private final Set<Kind<?>> kinds = new HashSet<>();

  private ExportCopy(PendingFile pending, @Nullable Layout layout) throws IOException {
    this.pending = pending;
    this.zip = new ZipOutput(pending.channel());
    this.layout = layout;
  }

  /**
   * Begins a file that will be {@code target}, in a layout that nobody knows.
   *
   * @param overwrite whether it may take the place of another file
   * @throws org.pchat.problem.RefusedException if something is in the way
   */
  public static ExportCopy create(Path target, boolean overwrite) throws IOException {
    return begin(target, overwrite, null);
  }

  /** Begins a file in a known layout. */
  public static ExportCopy create(Path target, boolean overwrite, Layout layout)
      throws IOException {
    return begin(target, overwrite, layout);
  }

  private static ExportCopy begin(Path target, boolean overwrite, @Nullable Layout layout)
      throws IOException {
    PendingFile pending = PendingFile.create(target, overwrite);
    try {
      return new ExportCopy(pending, layout);
    } catch (IOException | RuntimeException failed) {
      try (pending) {
        throw failed;
      }
    }
  }

  /** Returns whether a further entry may have this name. */
  public boolean accepts(String name) {
    return zip.accepts(name) && !(hasManifest() && name.equals(Pchat1.MANIFEST));
  }

  /** Begins an entry, which ends when the stream is closed. */
  public OutputStream entry(String name) throws IOException {
    var measured = new MeasuredStream(zip.entry(name));
    return new EntryOutput(name, measured);
  }

  /** The content of the entry that is being written. */
  private final class EntryOutput extends BufferedOutputStream {
    private final String name;
    private final MeasuredStream measured;
    private boolean open = true;

    EntryOutput(String name, MeasuredStream measured) {
      super(measured, BUFFER);
      this.name = name;
      this.measured = measured;
    }

    @Override
    public void close() throws IOException {
      super.close();
      if (open) {
        open = false;
        written.add(new Manifest.Described(name, "", 0, measured.bytes(), measured.sha256()));
      }
    }
  }

  /** Tells what the entry that was written last holds, for the manifest. */
  public void describe(EntryRole role, long records) {
    Manifest.Described last = written.get(written.size() - 1);
    described.add(
        new Manifest.Described(last.name(), role.name(), records, last.bytes(), last.sha256()));
    kinds.addAll(role.kinds());
  }

  private boolean hasManifest() {
    return layout != null && layout.name().equals(Pchat1.NAME);
  }

  /**
   * Writes the manifest, if the layout has one, and gives the file its name once it was read back.
   *
   * @param basis what the manifest is to say besides the entries; null for what can be seen
   */
  public void commit(@Nullable Manifest basis) throws IOException {
    commit(basis == null && hasManifest() ? seen() : basis, file -> {});
  }

  /**
   * Writes the manifest, if there is to be one, and gives the file its name once it was read back.
   *
   * @param basis what the manifest is to say besides the entries; null for no manifest
   * @param further looks at the file, too; what it throws keeps the file from getting its name
   */
  public void commit(@Nullable Manifest basis, PendingFile.Check further) throws IOException {
    if (basis != null) {
      try (OutputStream out = entry(Pchat1.MANIFEST)) {
        ManifestCodec.write(basis.with(described), out);
      }
    }
    zip.close();
    pending.commit(
        temporary -> {
          ReadBack.check(temporary, written, written.size());
          further.check(temporary);
        });
  }

  private Manifest seen() {
    Level level = Level.USER;
    if (kinds.contains(Kind.MESSAGE)) {
      level = Level.ALL;
    } else if (kinds.contains(Kind.ROOM)) {
      level = Level.ROOM_DIRECTORY;
    } else if (kinds.contains(Kind.CATEGORY)) {
      level = Level.CATEGORY;
    }
    return new Manifest(
        Pchat1.NAME,
        level,
        null,
        null,
        null,
        false,
        false,
        Consistency.AT_REST,
        Set.of(),
        Set.of(),
        List.of(),
        List.of());
  }

  @Override
  public void close() throws IOException {
    pending.close();
  }
}
