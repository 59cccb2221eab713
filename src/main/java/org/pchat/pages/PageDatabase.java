package org.pchat.pages;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pchat.model.Watch;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.tape.BackupMedium;
import org.pchat.tape.BackupSet;
import org.pchat.tape.ByteSource;
import org.pchat.tape.PlainFile;

/** A SQL Server database as its pages show it: its tables and their rows. */
public final class PageDatabase implements Closeable {
  private static final int OLDEST = 611;
  private static final int NEWEST = 998;
  private static final int BOOT_PAGE = 9;
  private static final int VERSION = 100;
  private static final int NAME = 148;
  private static final int NAME_CHARACTERS = 128;
  private static final int COLLATION = 488;
  private static final int FILES = 24;
  private static final int FILES_2005 = 8;
  private static final int LOG_2005 = 0x40;

  private final PageStore store;
  private final String name;
  private final int version;
  private final int collation;
  private final List<SqlTable> tables;

  private PageDatabase(PageStore store) throws IOException {
    this.store = store;
    Page boot = boot(store);
    this.version = boot.u16(VERSION);
    if (version < OLDEST || version > NEWEST) {
      throw bytes()
          .malformed(BackupProblem.DATABASE_VERSION, version, DatabaseVersions.name(version));
    }
    this.name = name(boot);
    this.collation = boot.i32(COLLATION);
    this.tables = readTables();
  }

  /**
   * Opens a primary data file; the caller closes it.
   *
   * @param problems takes what is met in its pages
   * @throws org.pchat.problem.MalformedArchiveException if it is none, or its catalogue is damaged
   */
  static PageDatabase openDataFile(Path path, Watch watch, ProblemLog problems) throws IOException {
    ByteSource file = PlainFile.open(path, watch);
    if (file.length() % Page.SIZE != 0) {
      problems.add(Problem.of(BackupProblem.PIECE_OF_PAGE, Location.of(file.name())));
    }
    return open(new DataFilePages(file), problems);
  }

  /**
   * Opens the database that a full backup carries. Closing it closes the media.
   *
   * @param media all files of the backup, in order of their numbers
   * @param sets the set in each, in the same order
   * @param problems takes what is met in its pages
   */
  static PageDatabase openBackup(
      List<BackupMedium> media, List<BackupSet> sets, ProblemLog problems) throws IOException {
    List<BackupPages.Part> parts = new ArrayList<>();
    for (int i = 0; i < media.size(); i++) {
      parts.add(new BackupPages.Part(media.get(i).bytes(), sets.get(i).regions()));
    }
    long stated =
        sets.get(0).config().files().stream().mapToLong(file -> file.pages()).sum()
            / AllocationBitmap.EXTENT;
    return open(BackupPages.of(parts, stated, problems), problems);
  }

  private static PageDatabase open(PageFile file, ProblemLog problems) throws IOException {
    try {
      return new PageDatabase(new PageStore(file, problems));
    } catch (IOException | RuntimeException failed) {
      try (file) {
        throw failed;
      }
    }
  }

  private static Page boot(PageStore store) throws IOException {
    ByteSource bytes = store.file().bytes();
    var header = new Page(new byte[Page.SIZE]);
    if (!store.file().read(0, header.bytes()) || header.type() != Page.FILE_HEADER) {
      throw bytes.malformed(BackupProblem.NOT_A_DATA_FILE, "it does not begin with a file header");
    }
    if (header.file() != 1) {
      throw bytes.malformed(
          BackupProblem.NOT_A_DATA_FILE,
          "it is file %d of its database, not the first".formatted(header.file()));
    }
    Page boot = store.read(BOOT_PAGE);
    if (boot == null || boot.type() != Page.BOOT) {
      throw bytes.malformed(BackupProblem.CATALOGUE, "page 1:9 is no boot page");
    }
    return boot;
  }

  private static String name(Page boot) {
    var name = new StringBuilder();
    for (int i = 0; i < NAME_CHARACTERS; i++) {
      char c = (char) boot.u16(NAME + 2 * i);
      if (c == 0 || c == '\u2020') {
        break;
      }
      name.append(c);
    }
    return name.toString().strip();
  }

  private List<SqlTable> readTables() throws IOException {
    try {
      SystemTables system = SystemTables.read(store);
      if (system.has(FILES)) {
        system.read(FILES, this::file);
      } else {
        system.read(FILES_2005, this::file2005);
      }
      return Catalogue.read(system, version);
    } catch (DamagedPageException damaged) {
      throw bytes().malformed(BackupProblem.CATALOGUE, damaged.why());
    }
  }

  /** Holds the list of the database's files against what there is. */
  private void file(SystemRow row) throws DamagedPageException {
    if (row.u8(20) != 0) {
      return;
    }
    if (row.i32(8) != 1) {
      throw bytes().malformed(BackupProblem.OTHER_FILES, row.text(0));
    }
    if (store.file() instanceof DataFilePages pages && pages.end() < row.i32(22)) {
      store
          .problems()
          .add(Problem.of(BackupProblem.SHORT_FILE, store.where(), pages.end(), row.i32(22)));
    }
  }

  /** SQL Server 2005 keeps the list elsewhere, without lengths. */
  private void file2005(SystemRow row) throws DamagedPageException {
    if ((row.i32(4) & LOG_2005) == 0 && row.u16(8) != 1) {
      throw bytes().malformed(BackupProblem.OTHER_FILES, "number " + row.u16(8));
    }
  }

  private ByteSource bytes() {
    return store.file().bytes();
  }

  /** Returns the database's name; of a data file that was attached, the path it had. */
  public String name() {
    return name;
  }

  /** Returns the internal version, such as 904. */
  public int version() {
    return version;
  }

  /** Returns the server that has databases of this version, such as {@code SQL Server 2019}. */
  public String versionName() {
    return DatabaseVersions.name(version);
  }

  /** Returns the user tables, by schema and name. */
  public List<SqlTable> tables() {
    return tables;
  }

  /** Returns how many pages the file carries, used or not. */
  public long carriedPages() {
    return store.file().carried();
  }

  /** Returns how many of them the database uses. */
  public long allocatedPages() throws IOException {
    long count = 0;
    for (long page = 0; page < store.file().end(); page++) {
      count += store.allocated(page) ? 1 : 0;
    }
    return count;
  }

  /**
   * Opens a walk over the rows of a table, in the order in which its pages stand.
   *
   * @param columns the numbers of the columns whose values are wanted; the fewer, the faster
   */
  public RowCursor rows(SqlTable table, int... columns) {
    return new RowCursor(store, table, columns, collation);
  }

  /**
   * Holds every page that the database uses, and that was not read yet, against its checksum;
   * reports those that are damaged.
   */
  public void checkRest() throws IOException {
    store.checkRest();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
