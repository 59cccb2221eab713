package org.pchat.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.OutputProblem;
import org.pchat.problem.Problem;
import org.pchat.problem.RefusedException;

/**
 * A file that appears under its name only when it is complete, on the disk, and proved readable.
 * Until then it has another name beside its target, and whatever was there stays.
 *
 * <pre>{@code
 * try (var pending = PendingFile.create(target, false)) {
 *   writeTo(pending.channel());
 *   pending.commit(this::readBack);
 * }
 * }</pre>
 *
 * <p>Only its owner may read it. On Windows it has the rights that its directory passes on.
 */
public final class PendingFile implements Closeable {
  /*
   * The order is what a power cut cannot break: the content reaches the disk before the name does
   * (otherwise the name may point to an empty file), and the directory reaches it before anybody is
   * told of success (otherwise an acknowledged file may be gone).
   */
  private static final Set<OpenOption> NEW_FILE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final int LONGEST_NAME_PART = 48;

  /* Shared by all, because what the operating system interrupts is the whole process. */
  private static final Set<Path> PENDING = ConcurrentHashMap.newKeySet();

  private final Path target;
  private final boolean overwrite;
  private final Path temporary;
  private final FileChannel file;
  private final BlockChannel channel;

  /** Looks at a file before it gets its name. */
  @FunctionalInterface
  public interface Check {
    /**
     * Reads {@code file} from the disk and compares it with what was to be written.
     *
     * @throws IOException if it cannot be read; any exception keeps it from getting its name
     */
    void check(Path file) throws IOException;
  }

  private PendingFile(Path target, boolean overwrite, Path temporary) throws IOException {
    this.target = target;
    this.overwrite = overwrite;
    this.temporary = temporary;
    this.file = FileChannel.open(temporary, NEW_FILE, ownerOnly(temporary));
    this.channel = new BlockChannel(file, target);
  }

  /**
   * Begins a file that will be {@code target}.
   *
   * @param overwrite whether it may take the place of another file
   * @throws RefusedException if something is in the way
   */
  public static PendingFile create(Path target, boolean overwrite) throws IOException {
    requireFree(target, overwrite);
    var temporary = target.resolveSibling(temporaryName(target));
    PENDING.add(temporary);
    try {
      return new PendingFile(target, overwrite, temporary);
    } catch (NoSuchFileException e) {
      PENDING.remove(temporary);
      throw new FileSystemException(
          target.toString(), null, "its folder does not exist; make it or name another");
    } catch (AccessDeniedException e) {
      PENDING.remove(temporary);
      throw new AccessDeniedException(target.toString());
    } catch (IOException | RuntimeException e) {
      PENDING.remove(temporary);
      throw e;
    }
  }

  /**
   * Removes whatever is still pending in this process. For the moment when it is being interrupted
   * and nobody will close anything any more.
   */
  public static void removeAllPending() {
    for (Path temporary : PENDING) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException leftBehind) {
        // Nobody is there to be told, and the next file may still be removable.
      }
    }
  }

  /** Returns the name that the file will have. */
  public Path target() {
    return target;
  }

  /** Returns where to write; it cannot be read from. */
  public SeekableByteChannel channel() {
    return channel;
  }

  /**
   * Puts the file on the disk, has it read back, and gives it its name.
   *
   * @throws RefusedException if meanwhile something else has taken the name
   * @throws IOException if the disk fails, or what it holds is not what was written
   */
  public void commit(Check readBack) throws IOException {
    channel.flush();
    file.force(true);
    file.close();
    readBack(readBack);
    requireFree(target, overwrite);
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    PENDING.remove(temporary);
    forceDirectory(target.toAbsolutePath().getParent());
  }

  private void readBack(Check check) throws IOException {
    try {
      check.check(temporary);
    } catch (ArchiveException e) {
      // The disk is to blame, not something that the user gave.
      throw new IOException(target + " was not written: what reached the disk is damaged", e);
    }
  }

  /** Gives the file up, unless it has its name already. */
  @Override
  public void close() throws IOException {
    try (file) {
      if (PENDING.remove(temporary)) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static void requireFree(Path target, boolean overwrite) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!overwrite) {
      throw refused(target, OutputProblem.EXISTS);
    }
    // A link is replaced, never followed; a device must not be replaced by accident.
    var attributes =
        Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isDirectory() || attributes.isOther()) {
      throw refused(target, OutputProblem.NOT_A_FILE);
    }
  }

  private static RefusedException refused(Path target, OutputProblem code) {
    return new RefusedException(Problem.of(code, Location.of(target.toString())));
  }

  private static String temporaryName(Path target) {
    var random = new byte[8];
    new SecureRandom().nextBytes(random);
    String name = String.valueOf(target.getFileName());
    String part = name.substring(0, Math.min(name.length(), LONGEST_NAME_PART));
    return "." + part + ".tmp-" + HexFormat.of().formatHex(random);
  }

  /** Returns the rights to create a file with; given later they would come too late. */
  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Sees to it that names which were given or removed in a directory stay so after a power cut.
   *
   * @param directory the directory; null for none
   */
  public static void forceDirectory(@Nullable Path directory) throws IOException {
    if (directory == null || isWindows()) {
      return; // Windows cannot open a directory; NTFS keeps the order of names by itself.
    }
    try (var opened = FileChannel.open(directory, StandardOpenOption.READ)) {
      opened.force(true);
    }
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
