package org.pchat.tape;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup set says about itself and its database (docs/sqlserver-format.md, "Configuration").
 * Dates are the server's local time.
 *
 * @param server the name of the instance; empty where it is not said
 * @param database the name of the database
 * @param softwareVersion the version of the server that wrote it, such as {@code 15.0.2000}
 * @param databaseVersion the internal version of the database, such as 904
 * @param created when the database was created
 * @param started when the backup began
 * @param finished when it ended
 * @param backupSize how many bytes the backup takes before compression
 * @param compressedSize how many it takes in fact; the same where it is not compressed
 * @param files the files of the database
 */
public record SetConfig(
    String server,
    String database,
    String softwareVersion,
    int databaseVersion,
    @Nullable LocalDateTime created,
    @Nullable LocalDateTime started,
    @Nullable LocalDateTime finished,
    long backupSize,
    long compressedSize,
    List<DatabaseFile> files) {
  private static final int SHORTEST_SCIN = 0x70;
  private static final int SHORTEST_SFIN = 0x38;
  private static final int WITH_COMPRESSED_SIZE = 0x160;
  private static final int FIRST_COMPRESSING = 10;

  /** Copies the list. */
  public SetConfig {
    files = List.copyOf(files);
  }

  /** Returns the same with other files. */
  SetConfig with(List<DatabaseFile> otherFiles) {
    return new SetConfig(
        server,
        database,
        softwareVersion,
        databaseVersion,
        created,
        started,
        finished,
        backupSize,
        compressedSize,
        otherFiles);
  }

  /** Reads the chunks of a configuration stream; null where there is none that says anything. */
  static @Nullable SetConfig read(ByteBuffer stream) {
    List<DatabaseFile> files = new ArrayList<>();
    ByteBuffer general = null;
    int at = 0;
    while (at + 8 <= stream.limit()) {
      int size = stream.getInt(at + 4);
      if (size < 8 || size > stream.limit() - at) {
        break;
      }
      ByteBuffer chunk = stream.slice(at, size).order(stream.order());
      String tag = Block.text(stream, 4, at, false);
      if (tag.equals("SCIN") && size >= SHORTEST_SCIN) {
        general = chunk;
      } else if (tag.equals("SFIN") && size >= SHORTEST_SFIN) {
        files.add(file(chunk));
      }
      at += size;
    }
    return general == null ? null : general(general, files);
  }

  private static SetConfig general(ByteBuffer chunk, List<DatabaseFile> files) {
    int major = chunk.get(0x1B) & 0xFF;
    int minor = chunk.get(0x1A) & 0xFF;
    int build = Short.toUnsignedInt(chunk.getShort(0x18));
    boolean tellsCompressed = chunk.limit() > WITH_COMPRESSED_SIZE && major >= FIRST_COMPRESSING;
    long size = chunk.getLong(0x60);
    return new SetConfig(
        address(chunk, 0x6C),
        address(chunk, 0x68),
        major + "." + minor + "." + build,
        Short.toUnsignedInt(chunk.getShort(0x5E)),
        Block.date(chunk, 0x48).orElse(null),
        Block.date(chunk, 0x4D).orElse(null),
        Block.date(chunk, 0x52).orElse(null),
        size,
        tellsCompressed ? chunk.getLong(0x158) : size,
        files);
  }

  private static DatabaseFile file(ByteBuffer chunk) {
    return new DatabaseFile(
        chunk.getInt(0x14),
        chunk.getInt(0x1C) == 2,
        Integer.toUnsignedLong(chunk.getInt(0x18)),
        chunk.getLong(0x28),
        address(chunk, 0x30),
        address(chunk, 0x34));
  }

  private static String address(ByteBuffer chunk, int offset) {
    int length = Short.toUnsignedInt(chunk.getShort(offset));
    int from = Short.toUnsignedInt(chunk.getShort(offset + 2));
    return Block.text(chunk, length, from, true);
  }
}
