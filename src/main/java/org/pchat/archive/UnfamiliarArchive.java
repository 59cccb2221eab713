package org.pchat.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pchat.infer.ArchiveEntry;
import org.pchat.infer.Inference;
import org.pchat.infer.Inferred;
import org.pchat.infer.SeenSchema;
import org.pchat.infer.StructureReport;
import org.pchat.model.ReadOptions;
import org.pchat.zip.Container;
import org.pchat.zip.Limits;

/**
 * An archive whose layout nobody described: what can be found out about it.
 *
 * <p>Each question reads the whole archive. A damaged container throws an {@link
 * org.pchat.problem.ArchiveException}, a bad disk an {@link IOException}.
 */
public final class UnfamiliarArchive implements Closeable {
  private final Container container;
  private final ReadOptions options;

  private UnfamiliarArchive(Container container, ReadOptions options) {
    this.container = container;
    this.options = options;
  }

  /** Opens the ZIP file or directory at {@code path}; the caller closes it. */
  public static UnfamiliarArchive open(Path path, ReadOptions options) throws IOException {
    return new UnfamiliarArchive(
        Container.open(path, limits(path, options), options.problems(), options.watch()), options);
  }

  /** Takes entries that lie in {@code container}, which is closed with it. */
  public static UnfamiliarArchive open(Container container, ReadOptions options) {
    return new UnfamiliarArchive(container, options);
  }

  /** Returns the limits that protect the machine from a file. */
  static Limits limits(Path path, ReadOptions options) throws IOException {
    Limits limits = Limits.forFile(Files.isRegularFile(path) ? Files.size(path) : 0);
    return options.maxUnpacked() > 0 ? limits.withMaxUnpacked(options.maxUnpacked()) : limits;
  }

  /** Returns the length of the archive in bytes. */
  public long bytes() {
    return container.bytes();
  }

  /**
   * Infers its layout.
   *
   * @throws org.pchat.problem.UnsupportedArchiveException if it is no export, or not surely one
   */
  public Inferred infer() throws IOException {
    return infer(container, options);
  }

  static Inferred infer(Container container, ReadOptions options) throws IOException {
    Inferred inferred =
        Inference.infer(
            container.path().toString(),
            entries(container),
            options.sourceZone() != null,
            options.watch());
    Proof.check(container, inferred, options);
    return inferred;
  }

  /** Reports what it is built like, without any text or name from it. */
  public StructureReport report() throws IOException {
    return StructureReport.of(container.path().toString(), entries(container), options.watch());
  }

  /** Returns XML Schemas of what is in it, by file name. */
  public Map<String, String> schemas() throws IOException {
    return SeenSchema.of(container.path().toString(), entries(container), options.watch());
  }

  private static List<ArchiveEntry> entries(Container container) {
    return container.entries().stream()
        .map(entry -> new ArchiveEntry(entry.name(), () -> container.open(entry)))
        .toList();
  }

  @Override
  public void close() throws IOException {
    container.close();
  }
}
