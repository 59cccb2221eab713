package org.pchat.size;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pchat.model.FileKind;
import org.pchat.model.OriginKind;

/**
 * Exports and SQL Server backups side by side.
 *
 * @param items the files, as they were given
 * @param ratio how many times bigger all backups together are than all exports together; null where
 *     either is missing. Only ZIPs count as exports, since an unpacked directory is not what is
 *     kept, and only backups count on the other side, since a data file is mostly empty space
 */
public record SizeReport(List<Item> items, @Nullable Double ratio) {
  /**
   * One file or directory.
   *
   * @param file the path as it was given
   * @param kind what it is: {@code export}, {@code directory}, {@code database} or the word of its
   *     {@link FileKind}
   * @param bytes its length; of a directory, all files below it, links not followed
   * @param messages how many messages it holds; null where it is neither an export nor a pool
   * @param bytesPerMessage its length for each message; null without messages
   * @param database what a SQL Server file's bytes are used for; null for others, and where it
   *     cannot be read
   */
  public record Item(
      String file,
      String kind,
      long bytes,
      @Nullable Long messages,
      @Nullable Double bytesPerMessage,
      @Nullable DatabaseSize database) {
    /** Returns one that holds messages. */
    public static Item of(String file, String kind, long bytes, long messages) {
      return new Item(file, kind, bytes, messages, each(bytes, messages), null);
    }
  }

  /**
   * What a year of copies takes, if the pool stays as it is.
   *
   * @param copies how many a year
   * @param exports the bytes of as many exports
   * @param backups the bytes of as many backups
   */
  public record Year(int copies, long exports, long backups) {}

  /** Copies the items. */
  public SizeReport {
    items = List.copyOf(items);
  }

  /** Looks into files, which the caller knows how to open. */
  public interface Looking {
    /** Returns how many messages the ZIP or directory holds; nothing where it is no export. */
    OptionalLong messages(Path file) throws IOException;

    /** Returns what the bytes of a SQL Server file are used for; nothing if it cannot be read. */
    default Optional<DatabaseSize> database(Path file) throws IOException {
      return Optional.empty();
    }
  }

  /** Measures files and directories. */
  public static SizeReport of(List<Path> files, Looking looking) throws IOException {
    List<Item> items = new ArrayList<>();
    for (Path file : files) {
      items.add(measure(file, looking));
    }
    return of(items);
  }

  /** Returns the report of what was measured already. */
  public static SizeReport of(List<Item> items) {
    return new SizeReport(items, ratio(items));
  }

  /** Returns what so many copies take, each as long as the given ones on average. */
  public Year year(int copies) {
    return new Year(
        copies,
        copies * average(items, OriginKind.EXPORT),
        copies * average(items, OriginKind.BACKUP));
  }

  private static long average(List<Item> items, OriginKind kind) {
    long count = items.stream().filter(item -> item.kind.equals(kind.word())).count();
    return count == 0 ? 0 : bytes(items, kind) / count;
  }

  /** Measures one file or directory. */
  public static Item measure(Path file, Looking looking) throws IOException {
    boolean directory = Files.isDirectory(file);
    if (!directory && Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(
          file.toString(), null, "this is neither a file nor a directory");
    }
    FileKind kind = directory ? FileKind.UNKNOWN : FileKind.of(file);
    String word = directory ? OriginKind.DIRECTORY.word() : kind.word();
    long bytes = directory ? bytesBelow(file) : Files.size(file);
    if (word.equals(OriginKind.BACKUP.word()) || word.equals(OriginKind.DATAFILE.word())) {
      return item(file, word, bytes, looking.database(file).orElse(null));
    }
    OptionalLong messages =
        directory || kind == FileKind.ZIP ? looking.messages(file) : OptionalLong.empty();
    if (messages.isEmpty()) {
      return new Item(file.toString(), word, bytes, null, null, null);
    }
    String held = directory ? word : OriginKind.EXPORT.word();
    return Item.of(file.toString(), held, bytes, messages.getAsLong());
  }

  private static Item item(Path file, String word, long bytes, @Nullable DatabaseSize database) {
    long count = database == null ? -1 : database.messages();
    Long messages = count < 0 ? null : Long.valueOf(count);
    return new Item(file.toString(), word, bytes, messages, each(bytes, count), database);
  }

  private static @Nullable Double each(long bytes, long messages) {
    return messages <= 0 ? null : Double.valueOf((double) bytes / messages);
  }

  private static long bytesBelow(Path directory) throws IOException {
    var sum =
        new SimpleFileVisitor<Path>() {
          private long bytes;

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.isRegularFile() ? attributes.size() : 0;
            return FileVisitResult.CONTINUE;
          }
        };
    Files.walkFileTree(directory, sum);
    return sum.bytes;
  }

  private static @Nullable Double ratio(List<Item> items) {
    long backups = bytes(items, OriginKind.BACKUP);
    long exports = bytes(items, OriginKind.EXPORT);
    return backups == 0 || exports == 0 ? null : (double) backups / exports;
  }

  private static long bytes(List<Item> items, OriginKind kind) {
    return items.stream()
        .filter(item -> item.kind.equals(kind.word()))
        .mapToLong(Item::bytes)
        .sum();
  }
}
