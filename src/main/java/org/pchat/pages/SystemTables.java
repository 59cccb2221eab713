package org.pchat.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the engine's own tables and reads their rows (docs/sqlserver-format.md, "The catalogue").
 * The boot page names the first page of the list of allocation units; the rest follows from there.
 */
final class SystemTables {
  private static final long BOOT_PAGE = 9;
  private static final int FIRST_PAGE_OF_UNITS = 612;
  private static final int ROWSETS = 5;
  private static final int MOST_PAGES = 1 << 24;

  private final PageStore store;
  private final List<AllocationUnit> units = new ArrayList<>();
  private final List<Rowset> rowsets = new ArrayList<>();

  /** Reads one row of a system table. */
  interface RowReader {
    void read(SystemRow row) throws DamagedPageException;
  }

  private SystemTables(PageStore store) {
    this.store = store;
  }

  /** Reads the lists of allocation units and rowsets. */
  static SystemTables read(PageStore store) throws IOException, DamagedPageException {
    var tables = new SystemTables(store);
    tables.readUnits();
    tables.readRowsets();
    return tables;
  }

  private void readUnits() throws IOException, DamagedPageException {
    Page boot = required(BOOT_PAGE, Page.BOOT);
    long number = boot.u32(FIRST_PAGE_OF_UNITS);
    for (int pages = 0; number != 0; pages++) {
      if (pages > MOST_PAGES) {
        throw new DamagedPageException("the list of allocation units does not end");
      }
      Page page = required(number, Page.DATA);
      rows(page, this::unit);
      number = page.next();
    }
  }

  private Page required(long number, int type) throws IOException, DamagedPageException {
    Page page = store.read(number);
    if (page == null || page.type() != type) {
      throw new DamagedPageException("page 1:" + number + " is not what it should be");
    }
    return page;
  }

  private void unit(SystemRow row) throws DamagedPageException {
    units.add(new AllocationUnit(row.i64(13), row.u8(12), row.pageNumber(39), row.i64(45)));
  }

  private void readRowsets() throws IOException, DamagedPageException {
    readOwned((long) ROWSETS << 16, this::rowset);
  }

  private void rowset(SystemRow row) throws DamagedPageException {
    boolean hasCompression = row.row().hasFixed(39, 1);
    rowsets.add(
        new Rowset(
            row.i64(4), row.i32(13), row.i32(17), row.i64(31), hasCompression ? row.u8(39) : 0));
  }

  List<AllocationUnit> units() {
    return units;
  }

  List<Rowset> rowsets() {
    return rowsets;
  }

  /** Returns whether the database has the system table of this number. */
  boolean has(int object) {
    return rowsets.stream().anyMatch(rowset -> rowset.object() == object && rowset.isTable());
  }

  /** Reads all rows of the system table of this number. */
  void read(int object, RowReader reader) throws IOException, DamagedPageException {
    boolean found = false;
    for (Rowset rowset : rowsets) {
      if (rowset.object() == object && rowset.isTable()) {
        found = true;
        readOwned(rowset.id(), reader);
      }
    }
    if (!found) {
      throw new DamagedPageException("the system table " + object + " is missing");
    }
  }

  private void readOwned(long owner, RowReader reader) throws IOException, DamagedPageException {
    for (AllocationUnit unit : units) {
      if (unit.owner() == owner && unit.type() == AllocationUnit.ROWS) {
        var chain = new PageChain(store, unit.firstIam(), Page.DATA);
        for (@Nullable Page page = chain.next(); page != null; page = chain.next()) {
          rows(page, reader);
        }
      }
    }
  }

  private static void rows(Page page, RowReader reader) throws DamagedPageException {
    var row = new StoredRow();
    for (int slot = 0; slot < page.slots(); slot++) {
      int offset = page.slot(slot);
      if (offset > 0 && StoredRow.isRow(page, offset)) {
        row.at(page, offset);
        reader.read(new SystemRow(row));
      }
    }
  }
}
