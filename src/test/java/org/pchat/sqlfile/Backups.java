package org.pchat.sqlfile;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/** Small databases and ways to spoil them. */
public final class Backups {
  private static final int PEOPLE = 200;

  private Backups() {}

  /** Writes a data file with the table {@code dbo.people}. */
  public static void database(Path data) throws IOException {
    try (var database = new MadeDatabase(data, "small")) {
      people(database);
      database.finish();
    }
  }

  /** Writes one that says it has a second data file. */
  public static void databaseOfTwoFiles(Path data) throws IOException {
    try (var database = new MadeDatabase(data, "small").withAnotherFile()) {
      people(database);
      database.finish();
    }
  }

  /**
   * Writes one of over 4 GB, mostly empty, whose only table goes on behind the first GAM interval.
   */
  public static void giant(Path data) throws IOException {
    try (var database = new MadeDatabase(data, "giant")) {
      MadeTable table = database.table("far", "id", "int", "text", "nvarchar(200)");
      for (int i = 0; i < 3_000; i++) {
        table.add(i, "before " + i);
      }
      database.skip((long) MadeSpace.EXTENTS * MadeSpace.EXTENT - 64);
      for (int i = 3_000; i < 12_000; i++) {
        table.add(i, "behind " + i);
      }
      database.finish();
    }
  }

  /** Writes one whose table is a columnstore, so far as the catalogue says. */
  public static void columnstore(Path data) throws IOException {
    try (var database = new MadeDatabase(data, "small")) {
      people(database).called(3);
      database.finish();
    }
  }

  /** Writes one in which the engine counted one row more than there are. */
  public static void miscount(Path data) throws IOException {
    try (var database = new MadeDatabase(data, "small")) {
      people(database).miscount();
      database.finish();
    }
  }

  /** Writes a table of many types, with its rows plain (0) or compressed by row (1) or page (2). */
  public static void mixed(Path data, int level) throws IOException {
    try (var database = new MadeDatabase(data, "mixed")) {
      List<MadeColumn> columns = new ArrayList<>();
      String[] types = {
        "int",
        "bigint",
        "smallint",
        "tinyint",
        "bit",
        "uniqueidentifier",
        "datetime",
        "nvarchar(200)",
        "varchar(200)",
        "char(12)",
        "nchar(5)",
        "binary(6)",
        "nvarchar(max)"
      };
      for (int i = 0; i < types.length; i++) {
        columns.add(MadeColumn.of("c" + i, types[i]));
      }
      columns.add(MadeColumn.decimal("price", 19, 4));
      for (int i = 0; i < 140; i++) {
        columns.add(MadeColumn.of("n" + i, "int"));
      }
      MadeTable table = database.table("mixed", columns).called(level);
      for (int row = 0; row < 60; row++) {
        table.add(mixedRow(row, columns.size()));
      }
      database.finish();
    }
  }

  private static @Nullable Object[] mixedRow(int row, int count) {
    @Nullable Object[] values = new @Nullable Object[count];
    long big = row == 1 ? Long.MIN_VALUE : row == 2 ? Long.MAX_VALUE : row * 1_000_000_007L - 5;
    int number = row == 1 ? Integer.MIN_VALUE : row == 2 ? Integer.MAX_VALUE : row - 30;
    String text = row == 6 ? "dict" : "common beginning " + (row % 5 == 0 ? "" : "end " + row);
    Object[] first = {
      number,
      big,
      row * 700 - 20_000,
      row * 4,
      row % 2 == 0,
      new Guid(row * 77_777L, big),
      LocalDateTime.of(1800 + row * 3, 3, 4, 5, 6, row % 60),
      row == 3 ? "" : row == 4 ? "日本語テキスト" : text + (row % 2 == 0 ? "é" : ""),
      text,
      "abc" + row,
      "n" + row % 10,
      new byte[] {1, 0, (byte) row, 0, 0, 0},
      row % 10 == 0 ? "long ".repeat(4000) : "short " + row,
      new BigDecimal(row * 12_345L - 99_999).movePointLeft(4)
    };
    System.arraycopy(first, 0, values, 0, first.length);
    for (int i = first.length; i < count; i++) {
      values[i] = (i + row) % 7 == 0 ? null : Integer.valueOf((i - 70) * row);
    }
    if (row == 5) {
      Arrays.fill(values, 1, count, null);
    }
    return values;
  }

  private static MadeTable people(MadeDatabase database) throws IOException {
    MadeTable table =
        database.table("people", "id", "int", "name", "nvarchar(100)", "story", "nvarchar(max)");
    for (int i = 0; i < PEOPLE; i++) {
      table.add(i, "Person " + i, i % 50 == 0 ? "story ".repeat(3000) : "short " + i);
    }
    return table;
  }

  /** Writes a plain backup of a data file and returns it. */
  public static Path plain(Path data, Path file) throws IOException {
    new MadeBackup(data, "small").write(file);
    return file;
  }

  /** Changes a page and gives it its checksum again. */
  public static void patch(Path data, int number, Consumer<ByteBuffer> change) throws IOException {
    byte[] bytes = Files.readAllBytes(data);
    ByteBuffer page =
        ByteBuffer.wrap(bytes, number * MadePage.SIZE, MadePage.SIZE)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN);
    change.accept(page);
    page.putInt(60, MadePage.checksum(page));
    Files.write(data, bytes);
  }

  /** Returns where four letters stand first. */
  public static int find(byte[] bytes, String letters) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(letters);
  }

  /** Flips bits of a word, and of the checksum over it, which is an exclusive or. */
  public static void flip(byte[] bytes, int word, int checksum, int bits) {
    for (int at : new int[] {word, checksum}) {
      bytes[at] ^= (byte) bits;
      bytes[at + 1] ^= (byte) (bits >> 8);
    }
  }
}
