package org.pchat.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pchat.chunk.ChunkStore;
import org.pchat.chunk.Hash;
import org.pchat.model.Watch;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.RefusedException;
import org.pchat.problem.StoreProblem;
import org.pchat.zip.PendingFile;

/**
 * A store: a directory of snapshots. Reading it needs no lock and changes nothing.
 *
 * <p>Everything throws an {@link IOException} where the disk or the share fails.
 */
public final class Store {
  private static final String FORMAT = "pchat-store-1";
  private static final Pattern ANY_FORMAT = Pattern.compile("(pchat-store-\\d+) ([0-9a-f]{64})\n");
  private static final String FORMAT_FILE = "store";
  private static final String SNAPSHOTS = "snapshots";
  private static final String SEGMENTS = "segments";
  private static final String MARKS = "marks";
  private static final String LOCK = "lock";
  private static final Pattern TEMPORARY = Pattern.compile("\\..*\\.tmp-[0-9a-f]{16}");

  private final Path folder;

  private Store(Path folder) {
    this.folder = folder;
  }

  /** Returns whether there is a store in {@code folder}, of whatever version. */
  public static boolean is(Path folder) {
    Path format = folder.resolve(FORMAT_FILE);
    return Files.isRegularFile(format)
        && (Files.isDirectory(folder.resolve(SNAPSHOTS)) || startsAsStore(format));
  }

  private static boolean startsAsStore(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = FORMAT.getBytes(StandardCharsets.US_ASCII);
      return Arrays.equals(in.readNBytes(head.length), head);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Makes an empty store.
   *
   * @throws RefusedException if there is something else in the folder, or a store already
   */
  public static Store init(Path folder) throws IOException {
    if (is(folder)) {
      throw refused(folder, StoreProblem.IS_A_STORE);
    }
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isNearlyEmpty(folder)) {
      throw refused(folder, StoreProblem.NOT_EMPTY);
    }
    for (String name : List.of(SNAPSHOTS, SEGMENTS, MARKS)) {
      Files.createDirectories(folder.resolve(name));
    }
    StoreLock.make(folder.resolve(LOCK));
    // It is a store as soon as this file is there, which is why that is written last.
    write(folder.resolve(FORMAT_FILE), format());
    return new Store(folder);
  }

  private static RefusedException refused(Path folder, StoreProblem code) {
    return new RefusedException(Problem.of(code, Location.of(folder.toString())));
  }

  /** Returns whether a folder holds nothing but what an interrupted making of a store left. */
  private static boolean isNearlyEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    List<String> ours = List.of(SNAPSHOTS, SEGMENTS, MARKS);
    List<String> files = List.of(LOCK);
    for (Path file : list(folder)) {
      String name = String.valueOf(file.getFileName());
      boolean harmless =
          TEMPORARY.matcher(name).matches()
              || files.contains(name)
              || (ours.contains(name) && Files.isDirectory(file) && list(file).isEmpty());
      if (!harmless) {
        return false;
      }
    }
    return true;
  }

  /**
   * Opens a store.
   *
   * @throws StoreException.NoStore if there is none, or one of another version
   */
  public static Store open(Path folder) throws IOException {
    Location where = Location.of(folder.toString());
    if (!is(folder)) {
      throw new StoreException.NoStore(Problem.of(StoreProblem.NO_STORE, where));
    }
    String text = Files.readString(folder.resolve(FORMAT_FILE), StandardCharsets.ISO_8859_1);
    Matcher format = ANY_FORMAT.matcher(text);
    if (format.matches()
        && hash(format.group(1)).equals(format.group(2))
        && !format.group(1).equals(FORMAT)) {
      throw new StoreException.NoStore(
          Problem.of(StoreProblem.OTHER_FORMAT, where, format.group(1)));
    }
    // If the file is damaged, snapshots and segments say themselves of which version they are.
    return new Store(folder);
  }

  private static byte[] format() {
    return (FORMAT + " " + hash(FORMAT) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    return Hash.of(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Reports small files that are not as they were written. */
  void checkSmallFiles(List<Problem> found) throws IOException {
    check(folder.resolve(FORMAT_FILE), format(), found);
    for (Path file : list(folder.resolve(MARKS))) {
      byte[] content = null;
      for (Mark mark : Mark.values()) {
        String name = String.valueOf(file.getFileName());
        String end = mark.file("");
        if (name.endsWith(end)) {
          content = mark.content(name.substring(0, name.length() - end.length()));
        }
      }
      check(file, content == null ? new byte[0] : content, found);
    }
  }

  private void check(Path file, byte[] content, List<Problem> found) throws IOException {
    if (!Arrays.equals(Files.readAllBytes(file), content)) {
      found.add(
          Problem.of(
              StoreProblem.MARK_DAMAGED,
              Location.of(folder.toString()),
              folder.relativize(file).toString()));
    }
  }

  /** Returns the directory. */
  public Path folder() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * Takes the right to write, and clears what a writer before has left half done.
   *
   * @param command what is going to be done, for those who find the store locked
   * @throws StoreException.Locked saying who has it
   */
  public StoreLock lock(String command) throws IOException {
    StoreLock lock = StoreLock.take(folder.resolve(LOCK), command);
    boolean cleared = false;
    try {
      for (String part : List.of("", SNAPSHOTS, SEGMENTS, MARKS)) {
        Files.createDirectories(folder.resolve(part));
        for (Path file : list(folder.resolve(part))) {
          if (TEMPORARY.matcher(String.valueOf(file.getFileName())).matches()) {
            Files.deleteIfExists(file);
          }
        }
      }
      cleared = true;
      return lock;
    } finally {
      if (!cleared) {
        lock.close();
      }
    }
  }

  /**
   * Frees the lock of a writer that cannot be proved dead.
   *
   * @return who held it; nothing if nobody did
   * @throws StoreException.Locked if he is alive
   */
  public Optional<String> unlock() throws IOException {
    return StoreLock.free(folder.resolve(LOCK));
  }

  /** Returns what is in a folder; nothing if it is missing, since copies forget empty folders. */
  static List<Path> list(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      all.forEach(files::add);
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    files.sort(null);
    return files;
  }

  /**
   * Returns all snapshots by time.
   *
   * @param damaged takes what is wrong with those that cannot be read, which are left out
   */
  public List<Snapshot> snapshots(List<Problem> damaged) throws IOException {
    List<Snapshot> snapshots = new ArrayList<>();
    for (Path file : list(folder.resolve(SNAPSHOTS))) {
      String name = String.valueOf(file.getFileName());
      if (!name.endsWith(SnapshotFile.SUFFIX)) {
        continue;
      }
      String id = name.substring(0, name.length() - SnapshotFile.SUFFIX.length());
      try {
        Snapshot snapshot = SnapshotFile.read(id, Files.readAllBytes(file));
        snapshots.add(snapshot.marked(has(Mark.ACCEPTED, id), has(Mark.PINNED, id)));
      } catch (NoSuchFileException gone) {
        // Somebody has just removed it.
      } catch (FileSystemException unreadable) {
        throw unreadable;
      } catch (IOException wrong) {
        damaged.add(damaged(id, String.valueOf(wrong.getMessage())));
      }
    }
    snapshots.sort(Snapshot.ORDER);
    return snapshots;
  }

  Problem damaged(String id, String why) {
    return Problem.of(StoreProblem.SNAPSHOT_DAMAGED, Location.of(folder.toString()), id, why);
  }

  /** What a user says of a snapshot after it was saved. */
  enum Mark {
    ACCEPTED,
    PINNED;

    String file(String id) {
      return id + "." + name().toLowerCase(Locale.ROOT);
    }

    byte[] content(String id) {
      return ("pchat-mark-1 " + file(id) + "\n").getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A mark of which a byte has changed still counts, since it keeps and never removes. */
  private boolean has(Mark mark, String id) {
    return Files.exists(folder.resolve(MARKS).resolve(mark.file(id)));
  }

  /** Sets or removes a mark; ask for the lock before. */
  void mark(Mark mark, String id, boolean set) throws IOException {
    Path file = folder.resolve(MARKS).resolve(mark.file(id));
    if (!set) {
      Files.deleteIfExists(file);
    } else if (!Files.exists(file)) {
      write(file, mark.content(id));
    }
  }

  /** Opens all chunks; the caller closes them. */
  ChunkStore chunks(Watch watch) throws IOException {
    return ChunkStore.open(folder.resolve(SEGMENTS), watch);
  }

  /**
   * Reads the list of a snapshot's entries.
   *
   * @throws MalformedArchiveException if it is damaged
   */
  List<StoredEntry> entries(Snapshot snapshot, ChunkStore chunks) throws IOException {
    int[] numbers = snapshot.entries().stream().mapToInt(chunks::number).toArray();
    try (InputStream in = new ChunkStream(chunks, numbers)) {
      return EntryList.read(in, chunks);
    } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
      String why = "the list of its entries makes no sense: " + wrong.getMessage();
      throw new MalformedArchiveException(damaged(snapshot.id(), why), wrong);
    }
  }

  /** Writes the file of a snapshot, after which it exists, and returns it with its id. */
  Snapshot publish(Snapshot snapshot) throws IOException {
    byte[] bytes = SnapshotFile.write(snapshot);
    String id = SnapshotFile.id(bytes);
    Path file = folder.resolve(SNAPSHOTS).resolve(id + SnapshotFile.SUFFIX);
    write(file, bytes);
    try {
      return SnapshotFile.read(id, bytes);
    } catch (IOException cannotHappen) {
      throw new IllegalStateException(cannotHappen);
    }
  }

  /** Sees to it that what was removed stays so after a power cut. */
  void force() throws IOException {
    PendingFile.forceDirectory(folder.resolve(SNAPSHOTS));
  }

  /** Removes the file of a snapshot, after which it does not exist. */
  void remove(String id) throws IOException {
    Files.delete(folder.resolve(SNAPSHOTS).resolve(id + SnapshotFile.SUFFIX));
    for (Mark mark : Mark.values()) {
      mark(mark, id, false);
    }
  }

  /** Writes a small file, whole or not at all. */
  static void write(Path file, byte[] bytes) throws IOException {
    try {
      put(file, bytes);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException unnamed) {
      throw new FileSystemException(file.toString(), null, unnamed.getMessage());
    }
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    try (PendingFile pending = PendingFile.create(file, true)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        pending.channel().write(buffer);
      }
      pending.commit(
          written -> {
            if (!Hash.of(Files.readAllBytes(written)).equals(Hash.of(bytes))) {
              throw new IOException(file + ": what reached the disk is damaged");
            }
          });
    }
  }
}
