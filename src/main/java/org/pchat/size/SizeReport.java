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
   * @param messages how many messages it holds; null where it is no export
   * @param bytesPerMessage its length for each message; null without messages
   */
  public record Item(
      String file,
      String kind,
      long bytes,
      @Nullable Long messages,
      @Nullable Double bytesPerMessage) {
    /** Returns one that holds messages. */
    public static Item of(String file, String kind, long bytes, long messages) {
      return new Item(
          file, kind, bytes, messages, messages == 0 ? null : (double) bytes / messages);
    }
  }

  /** Copies the items. */
  public SizeReport {
    items = List.copyOf(items);
  }

  /** Counts the messages of an export, which the caller knows how to read. */
  public interface MessageCounter {
    /** Returns how many messages the ZIP or directory holds; nothing where it is no export. */
    OptionalLong count(Path file) throws IOException;
  }

  /** Measures files and directories. */
  public static SizeReport of(List<Path> files, MessageCounter counter) throws IOException {
    List<Item> items = new ArrayList<>();
    for (Path file : files) {
      items.add(measure(file, counter));
    }
    return of(items);
  }

  /** Returns the report of what was measured already. */
  public static SizeReport of(List<Item> items) {
    return new SizeReport(items, ratio(items));
  }

  /** Measures one file or directory. */
  public static Item measure(Path file, MessageCounter counter) throws IOException {
    boolean directory = Files.isDirectory(file);
    if (!directory && Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(
          file.toString(), null, "this is neither a file nor a directory");
    }
    FileKind kind = directory ? FileKind.UNKNOWN : FileKind.of(file);
    String word = directory ? OriginKind.DIRECTORY.word() : kind.word();
    long bytes = directory ? bytesBelow(file) : Files.size(file);
    OptionalLong messages =
        directory || kind == FileKind.ZIP ? counter.count(file) : OptionalLong.empty();
    if (messages.isEmpty()) {
      return new Item(file.toString(), word, bytes, null, null);
    }
    String held = directory ? word : OriginKind.EXPORT.word();
    return Item.of(file.toString(), held, bytes, messages.getAsLong());
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
