package org.pchat.backupfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pchat.model.FileKind;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.pages.SqlServerFile;
import org.pchat.pages.SqlTable;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.UnsupportedArchiveException;

/** Opens SQL Server backups and data files that hold a pool. */
public final class BackupReader {
  private BackupReader() {}

  /** Returns whether the file is one of SQL Server's by its first bytes. */
  public static boolean recognises(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    FileKind kind = FileKind.of(file);
    return kind == FileKind.SQL_DATA
        || kind == FileKind.TAPE_BACKUP
        || kind == FileKind.COMPRESSED_BACKUP;
  }

  /**
   * Returns whether the database in a file is a pool; true also where that cannot be told, so that
   * opening it says why.
   */
  public static boolean holdsPool(List<Path> files, int set, ProblemLog problems)
      throws IOException {
    try (SqlServerFile file = SqlServerFile.open(files, set, Watch.NONE, problems)) {
      return file.database().tables().stream().anyMatch(BackupReader::isNode);
    } catch (ArchiveException unread) {
      return true;
    }
  }

  /** Before 2013 names had no {@code tbl}. */
  private static boolean isNode(SqlTable table) {
    return table.isCalled("dbo.tblNode") || table.isCalled("dbo.Node");
  }

  /**
   * Opens a pool for reading; the caller closes it.
   *
   * @param files one file, or all files of one striped backup in any order
   * @throws org.pchat.problem.UnsupportedArchiveException if the database is no pool
   * @throws org.pchat.problem.ArchiveException if the file cannot be read, or would be read wrongly
   */
  public static BackupSource open(List<Path> files, ReadOptions options) throws IOException {
    if (options.layout() != null) {
      Location where = Location.of(files.get(0).toString());
      throw new UnsupportedArchiveException(
          Problem.of(BackupProblem.NO_LAYOUT, where, options.layout()));
    }
    SqlServerFile file =
        SqlServerFile.open(files, options.set(), options.watch(), options.problems());
    try {
      return new BackupSource(files, file, options);
    } catch (RuntimeException failed) {
      try (file) {
        throw failed;
      }
    }
  }
}
