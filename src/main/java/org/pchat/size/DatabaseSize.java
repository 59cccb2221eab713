package org.pchat.size;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.pchat.pages.PageDatabase;
import org.pchat.pages.SqlServerFile;
import org.pchat.pages.SqlTable;
import org.pchat.tape.BackupSet;

/**
 * What the bytes of a SQL Server file are used for.
 *
 * @param name the database
 * @param pages the pages that the file carries, used or not
 * @param use what they are used for
 * @param log the transaction log that it carries
 * @param plain how long the backup would be without compression; the file's own length where it is
 *     not compressed
 * @param allocated how long the database's files are on the server; 0 where it is not said
 * @param tables the tables, the largest first
 */
public record DatabaseSize(
    String name, long pages, Use use, long log, long plain, long allocated, List<Table> tables) {
  private static final long PAGE = 8192;
  private static final String MESSAGES = "dbo.tblChat";

  /**
   * What pages are used for, in bytes.
   *
   * @param rows rows of tables
   * @param longValues long texts and the like
   * @param indexes indexes
   * @param catalogue the engine's own tables and maps
   * @param free nothing
   */
  public record Use(long rows, long longValues, long indexes, long catalogue, long free) {}

  /**
   * A table.
   *
   * @param name schema and name
   * @param rows its rows, by the engine's own count
   * @param bytes the pages that it uses with its indexes
   */
  public record Table(String name, long rows, long bytes) {}

  /** Copies the list. */
  public DatabaseSize {
    tables = List.copyOf(tables);
  }

  /** Measures an open file. */
  public static DatabaseSize of(SqlServerFile file, long length) throws IOException {
    PageDatabase database = file.database();
    long rows = 0;
    long longValues = 0;
    long indexes = 0;
    for (SqlTable table : database.tables()) {
      rows += table.use().rows();
      longValues += table.use().longValues();
      indexes += table.use().indexes();
    }
    long used = database.allocatedPages();
    long carried = Math.max(database.carriedPages(), used);
    long catalogue = Math.max(0, used - rows - longValues - indexes);
    var use =
        new Use(
            rows * PAGE,
            longValues * PAGE,
            indexes * PAGE,
            catalogue * PAGE,
            (carried - used) * PAGE);
    return new DatabaseSize(
        database.name(),
        carried * PAGE,
        use,
        file.set().map(BackupSet::logBytes).orElse(0L),
        file.set().map(set -> set.config().backupSize()).orElse(length),
        file.set().map(DatabaseSize::allocated).orElse(length),
        tables(database));
  }

  private static long allocated(BackupSet set) {
    return set.config().files().stream().mapToLong(file -> file.bytes()).sum();
  }

  private static List<Table> tables(PageDatabase database) {
    return database.tables().stream()
        .map(of -> new Table(of.fullName(), of.engineRows(), of.usedPages() * PAGE))
        .sorted(Comparator.comparingLong(Table::bytes).reversed().thenComparing(Table::name))
        .toList();
  }

  /** Returns how many messages it holds by the engine's own count; -1 where it is no pool. */
  public long messages() {
    return tables.stream()
        .filter(table -> table.name().equals(MESSAGES))
        .mapToLong(Table::rows)
        .findFirst()
        .orElse(-1);
  }
}
