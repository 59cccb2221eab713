package org.pchat.zip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.ZipProblem;
import org.pchat.zip.TornStream.End;

/**
 * A container that may be damaged: what {@link Container} refuses, this one searches for entries.
 * It finds them by their own headers, with or without a directory, and says of each how far its
 * bytes can be trusted.
 *
 * <p>Opening unpacks everything once. An unpacked directory is taken as it stands.
 *
 * <p>Whoever uses it must not take {@link Condition#DOUBTFUL} bytes for what was once written.
 */
public final class Wreck implements Closeable {
  private final Path path;
  private final long bytes;
  private final Watch watch;
  private final List<Fragment> fragments;
  private final boolean endsEarly;
  private final @Nullable ArchiveFile file;
  private final @Nullable Container directory;

  private Wreck(Path path, ArchiveFile file, Watch watch, Survey.Findings found) {
    this.path = path;
    this.bytes = file.length();
    this.watch = watch;
    this.fragments = List.copyOf(found.fragments());
    this.endsEarly = found.endsEarly();
    this.file = file;
    this.directory = null;
  }

  private Wreck(Path path, Container directory, Watch watch, List<Fragment> fragments) {
    this.path = path;
    this.bytes = directory.bytes();
    this.watch = watch;
    this.fragments = List.copyOf(fragments);
    this.endsEarly = false;
    this.file = null;
    this.directory = directory;
  }

  /**
   * Opens a ZIP file or a directory, and looks for entries.
   *
   * @param limits how much is read before the file counts as hostile
   * @throws org.pchat.problem.ArchiveException if it goes beyond the limits, or is no file
   */
  public static Wreck open(Path path, Limits limits, Watch watch) throws IOException {
    var attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      return directory(path, limits, watch);
    }
    var faults = new Faults(path.toString());
    if (!attributes.isRegularFile()) {
      throw faults.malformed(null, ZipProblem.NOT_A_FILE);
    }
    var file = ArchiveFile.open(path, faults, StandardOpenOption.READ);
    try {
      return new Wreck(path, file, watch, Survey.of(file, limits, watch));
    } catch (IOException | RuntimeException failed) {
      try (file) {
        throw failed;
      }
    }
  }

  private static Wreck directory(Path path, Limits limits, Watch watch) throws IOException {
    var container = Container.open(path, limits, ProblemLog.tolerant(), watch);
    List<Fragment> fragments = new ArrayList<>();
    try {
      for (Entry entry : container.entries()) {
        fragments.add(asItStands(container, entry));
      }
      return new Wreck(path, container, watch, fragments);
    } catch (IOException | RuntimeException failed) {
      try (container) {
        throw failed;
      }
    }
  }

  private static Fragment asItStands(Container container, Entry entry) throws IOException {
    try (InputStream in = container.open(entry)) {
      var place = new Place(Method.STORED, 0, entry.size(), true, entry.size());
      var measured = Attempt.measure(in, Long.MAX_VALUE);
      var attempt =
          new Attempt(
              place, measured.bytes(), entry.size(), 0, measured.sha256(), End.FINISHED, "");
      return new Fragment(List.of(entry.name()), -1, Condition.SOUND, null, attempt);
    }
  }

  /** Returns the path as the caller gave it. */
  public Path path() {
    return path;
  }

  /** Returns how long the file is, or all files of the directory together. */
  public long bytes() {
    return bytes;
  }

  /** Returns the entries found, without those that stand for directories, as they stand. */
  public List<Fragment> fragments() {
    return fragments;
  }

  /** Returns whether the file ends before its directory, so that more may have followed. */
  public boolean endsEarly() {
    return endsEarly;
  }

  /** Opens what can be unpacked of an entry; where it breaks, the stream ends. */
  public InputStream open(Fragment fragment) throws IOException {
    String name = fragment.names().get(0);
    if (directory != null) {
      return directory.open(directory.entry(name).orElseThrow());
    }
    return fragment.attempt().place().open(Objects.requireNonNull(file), name, watch);
  }

  @Override
  public void close() throws IOException {
    if (directory != null) {
      directory.close();
    }
    if (file != null) {
      file.close();
    }
  }
}
