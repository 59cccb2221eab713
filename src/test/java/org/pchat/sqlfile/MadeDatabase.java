package org.pchat.sqlfile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A data file of SQL Server 2019 while it is made: user tables, and the catalogue that leads to
 * them. Tables are filled one after the other; the catalogue is written when it is finished.
 */
public final class MadeDatabase implements Closeable {
  static final int VERSION = 904;

  private static final int COLLATION = 0x3400D008;
  private static final int BOOT_TYPE = 13;
  private static final int BOOT_PAGE = 9;
  private static final int FIRST_OBJECT = 245_575_913;
  private static final long FIRST_ROWSET = 72_057_594_041_000_000L;
  private static final byte[] NO_PAGE = new byte[6];

  private final MadeSpace space;
  private final String name;
  private final List<MadeTable> tables = new ArrayList<>();
  private final List<MadeTable> system = new ArrayList<>();
  private int units = 100;
  private boolean twoDataFiles;

  /** Begins a data file; one of the same name is replaced. */
  public MadeDatabase(Path file, String name) throws IOException {
    this.space = new MadeSpace(file);
    this.name = name;
    space.mark(BOOT_PAGE, MadeSpace.ALLOCATED | MadeSpace.MIXED);
  }

  /** Adds a table whose columns are given as pairs of name and type. */
  MadeTable table(String tableName, String... namesAndTypes) {
    return table(tableName, columns(namesAndTypes));
  }

  /** Adds a table. */
  MadeTable table(String tableName, List<MadeColumn> columns) {
    int number = tables.size();
    units += 2;
    var table =
        new MadeTable(
            space,
            tableName,
            FIRST_OBJECT + number * 16,
            FIRST_ROWSET + ((long) number << 16),
            columns,
            new int[] {units, units + 1});
    tables.add(table);
    return table;
  }

  /** Says that the database has another data file, which nobody writes. */
  MadeDatabase withAnotherFile() {
    twoDataFiles = true;
    return this;
  }

  /** Leaves so many pages out, to make a file large without filling it. */
  void skip(long pages) {
    space.skip(pages);
  }

  /** Returns how many pages the file has; exact when it is finished. */
  long pages() {
    return space.pages();
  }

  /** Adds a table of the catalogue; its columns are given as in SQL, with commas between. */
  private MadeTable systemTable(int object, String tableName, String declarations) {
    List<MadeColumn> columns = columns(declarations.split(",? "));
    long rowset = (long) object << 16;
    var table =
        new MadeTable(space, tableName, object, rowset, columns, new int[] {object, object + 100});
    system.add(table);
    return table;
  }

  private static List<MadeColumn> columns(String... namesAndTypes) {
    List<MadeColumn> columns = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      columns.add(MadeColumn.of(namesAndTypes[i], namesAndTypes[i + 1]));
    }
    return columns;
  }

  /** Writes the catalogue and the maps. */
  public void finish() throws IOException {
    for (MadeTable table : tables) {
      table.finish();
    }
    MadeTable unitRows =
        systemTable(
            7,
            "sysallocunits",
            "auid bigint, type tinyint, ownerid bigint, status int, fgid smallint, "
                + "pgfirst binary(6), pgroot binary(6), pgfirstiam binary(6), "
                + "pcused bigint, pcdata bigint, pcreserved bigint");
    MadeTable rowsets = rowsets();
    classes();
    objects();
    columns();
    files();
    for (MadeTable table : system) {
      if (table != unitRows && table != rowsets) {
        table.finish();
      }
    }
    fillRowsets(rowsets);
    rowsets.finish();
    fillUnits(unitRows);
    unitRows.finish();
    for (MadeTable table : all()) {
      for (MadeUnit unit : table.units()) {
        unit.finish();
      }
    }
    boot(unitRows.unit().firstPage());
    space.finish();
  }

  private List<MadeTable> all() {
    List<MadeTable> all = new ArrayList<>(system);
    all.addAll(tables);
    return all;
  }

  private MadeTable rowsets() {
    return systemTable(
        5,
        "sysrowsets",
        "rowsetid bigint, ownertype tinyint, idmajor int, idminor int, "
            + "numpart int, status int, fgidfs smallint, rcrows bigint, "
            + "cmprlevel tinyint, fillfact tinyint, maxnullbit smallint, maxleaf int, "
            + "maxint smallint, minleaf smallint, minint smallint");
  }

  private void fillRowsets(MadeTable rowsets) throws IOException {
    for (MadeTable table : all()) {
      long rows = table == rowsets ? system.size() + tables.size() : table.rows();
      rowsets.add(
          table.rowset(),
          1,
          table.object(),
          1,
          1,
          0,
          0,
          rows,
          table.compression(),
          0,
          0,
          0,
          0,
          0,
          0);
    }
  }

  private void classes() throws IOException {
    MadeTable classes =
        systemTable(
            64,
            "sysclsobjs",
            "class tinyint, id int, name nvarchar(128), status int, type char(2), "
                + "intprop int");
    classes.add(50, 1, "dbo", 0, "  ", 1);
    classes.add(50, 4, "sys", 0, "  ", 4);
  }

  private void objects() throws IOException {
    MadeTable objects =
        systemTable(
            34,
            "sysschobjs",
            "id int, name nvarchar(128), nsid int, nsclass tinyint, status int, "
                + "type char(2), pid int, pclass tinyint, intprop int");
    for (MadeTable table : tables) {
      int count = table.layout().columns().size();
      objects.add(table.object(), table.name(), 1, 0, 0, "U ", 0, 1, count);
    }
  }

  private void columns() throws IOException {
    MadeTable declared =
        systemTable(
            41,
            "syscolpars",
            "id int, number smallint, colid int, name nvarchar(128), xtype tinyint, "
                + "utype int, length smallint, prec tinyint, scale tinyint, "
                + "collationid int, status int");
    MadeTable stored =
        systemTable(
            3,
            "sysrscols",
            "rsid bigint, rscolid int, hbcolid int, rcmodified bigint, ti int, "
                + "cid int, ordkey smallint, maxinrowlen smallint, status int, offset int, "
                + "nullbit int, bitpos smallint");
    for (MadeTable table : tables) {
      MadeLayout layout = table.layout();
      for (int i = 0; i < layout.columns().size(); i++) {
        MadeColumn column = layout.columns().get(i);
        int offset = layout.offsets().get(i);
        int ti = column.type() | ((column.length() & 0xFFFF) << 8);
        declared.add(
            table.object(),
            0,
            i + 1,
            column.name(),
            column.type(),
            column.type(),
            column.length(),
            column.precision(),
            column.scale(),
            COLLATION,
            0);
        stored.add(
            table.rowset(),
            i + 1,
            i + 1,
            0,
            ti,
            COLLATION,
            0,
            0,
            0,
            offset,
            i + 1,
            layout.bits().get(i));
      }
    }
  }

  private void files() throws IOException {
    MadeTable files =
        systemTable(
            24,
            "sysprufiles",
            "dbfragid int, fileid int, grpid int, status int, filetype tinyint, "
                + "filestate tinyint, size int, maxsize int, growth int, "
                + "lname nvarchar(128), pname nvarchar(260)");
    files.add(1, 1, 1, 0, 0, 0, 16, -1, 0, name, "D:\\Data\\" + name + ".mdf");
    if (twoDataFiles) {
      files.add(1, 3, 1, 0, 0, 0, 16, -1, 0, name + "_2", "D:\\Data\\" + name + "_2.ndf");
    }
    files.add(1, 2, 0, 0, 1, 0, 16, -1, 0, name + "_log", "D:\\Data\\" + name + "_log.ldf");
  }

  /** The list of units holds itself, so how many pages it will have is counted before. */
  private void fillUnits(MadeTable rows) throws IOException {
    List<MadeUnit> all = new ArrayList<>();
    all().forEach(table -> all.addAll(table.units()));
    rows.unit().page();
    long first = rows.unit().firstPage();
    rows.begin(first);
    for (MadeUnit unit : all) {
      rows.add(
          unit.id(),
          unit.type(),
          unit.owner(),
          0,
          1,
          pointer(unit.firstPage()),
          NO_PAGE,
          pointer(unit.firstIam()),
          unit.used(),
          unit.used(),
          unit.used());
    }
  }

  private static byte[] pointer(long page) {
    byte[] pointer = Arrays.copyOf(MadeValue.number(page, 4), 6);
    pointer[4] = (byte) (page == 0 ? 0 : 1);
    return pointer;
  }

  private void boot(long firstOfUnits) throws IOException {
    var page = new MadePage(BOOT_TYPE, 99, 0, 0);
    byte[] row = new byte[1400];
    byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
    for (int i = 0; i < 256; i += 2) {
      row[52 + i] = (byte) 0x20;
      row[53 + i] = (byte) 0x20;
    }
    System.arraycopy(letters, 0, row, 52, letters.length);
    System.arraycopy(MadeValue.number(VERSION, 2), 0, row, 4, 2);
    System.arraycopy(MadeValue.number(VERSION, 2), 0, row, 6, 2);
    System.arraycopy(MadeValue.number(COLLATION, 4), 0, row, 392, 4);
    System.arraycopy(pointer(firstOfUnits), 0, row, 516, 6);
    page.add(row);
    space.write(BOOT_PAGE, page);
  }

  @Override
  public void close() throws IOException {
    space.close();
  }
}
