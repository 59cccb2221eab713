package org.pchat.zip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.pchat.model.OriginKind;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.ZipProblem;

/**
 * A place where entries lie: a ZIP file, an unpacked directory, or whatever else keeps entries.
 *
 * <p>Reading fails in three ways:
 *
 * <ul>
 *   <li>{@link org.pchat.problem.ArchiveException}: the container or an entry is damaged, hostile,
 *       too large or of a kind that is not read;
 *   <li>{@link IOException}: the disk fails, or the file is not there;
 *   <li>{@link org.pchat.problem.CancelledException}: the {@link Watch} asked to stop.
 * </ul>
 *
 * <p>Safe for use by several threads; each stream belongs to one. To stop a thread that reads use
 * the {@link Watch}: interrupting it closes the file for all (as with any {@code FileChannel}).
 */
public interface Container extends Closeable {
  /**
   * Opens a ZIP file or a directory. The whole structure of a ZIP is checked here, before any entry
   * is inflated.
   *
   * @param limits how much is read before the container counts as hostile
   * @param problems takes warnings, and whether the file changed while it was open
   * @param watch is told of every block read and may stop the work
   * @throws java.nio.file.NoSuchFileException if there is nothing at {@code path}
   */
  static Container open(Path path, Limits limits, ProblemLog problems, Watch watch)
      throws IOException {
    var faults = new Faults(path.toString());
    var attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      return DirectoryContainer.open(path, limits, problems, watch);
    }
    if (!attributes.isRegularFile()) {
      throw faults.malformed(null, ZipProblem.NOT_A_FILE);
    }
    return ZipContainer.open(path, limits, problems, watch);
  }

  /** Returns the path as the caller gave it. */
  Path path();

  /** Returns whether this is an unpacked directory. */
  boolean isDirectory();

  /** Returns what kind of thing it is. */
  default OriginKind kind() {
    return isDirectory() ? OriginKind.DIRECTORY : OriginKind.EXPORT;
  }

  /** Returns the length as it lies there: of the file, or of all files of the directory. */
  long bytes();

  /**
   * Returns the entries that hold content, no directories: in the order of the central directory,
   * or sorted by name.
   */
  List<Entry> entries();

  /** Returns the entry of exactly this name. */
  Optional<Entry> entry(String name);

  /**
   * Opens the content of an entry. Its size and CRC are checked as soon as the last byte is read;
   * {@link org.pchat.problem.MalformedArchiveException} names the entry if either is wrong. Several
   * entries may be open at once.
   *
   * @throws IllegalArgumentException if {@code entry} is of another container
   */
  InputStream open(Entry entry) throws IOException;
}
