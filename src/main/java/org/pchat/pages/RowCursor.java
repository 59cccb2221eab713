package org.pchat.pages;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.Problem;

/**
 * Walks over the rows of a table, in the order in which its pages stand.
 *
 * <p>A row that cannot be decoded is reported and passed over. At the end the number of rows is
 * held against the engine's own count.
 */
public final class RowCursor {
  private static final int COLUMNSTORE = 3;

  private final PageStore store;
  private final SqlTable table;
  private final int[] wanted;
  private final ValueReader values;
  private final Iterator<Long> units;
  private final StoredRow row = new StoredRow();
  private final CompressedRow packed = new CompressedRow();
  private final CompressedValues packedValues;
  private @Nullable CompressedPage common;
  private long commonPage;
  private final @Nullable Object[] current;
  private @Nullable PageChain chain;
  private @Nullable Page page;
  private int slot;
  private long rows;
  private long badRows;
  private final int faultsBefore;
  private boolean faulty;

  RowCursor(PageStore store, SqlTable table, int[] wanted, int databaseCollation) {
    this.store = store;
    this.faultsBefore = store.faults();
    this.table = table;
    this.wanted = wanted.clone();
    this.values = new ValueReader(store, databaseCollation);
    this.packedValues = new CompressedValues(values);
    this.current = new Object[table.columns().size()];
    this.units = (readable() ? table.storage().firstIams() : List.<Long>of()).iterator();
  }

  private boolean readable() {
    for (Rowset rowset : table.storage().rowsets()) {
      if (rowset.compression() >= COLUMNSTORE && rowset.rows() > 0) {
        report(BackupProblem.TABLE_FORM, table.fullName(), "columnstore");
        return false;
      }
    }
    return true;
  }

  private void report(BackupProblem code, Object... arguments) {
    faulty = true;
    store.problems().add(Problem.of(code, store.where(), arguments));
  }

  /**
   * Goes to the next row.
   *
   * @return false at the end
   */
  public boolean advance() throws IOException {
    while (true) {
      if (page == null || slot >= page.slots()) {
        if (!nextPage()) {
          return false;
        }
      } else if (atRow(page, slot++)) {
        rows++;
        return true;
      }
    }
  }

  private boolean nextPage() throws IOException {
    slot = 0;
    while (true) {
      if (chain == null) {
        if (!units.hasNext()) {
          page = null;
          checkCount();
          return false;
        }
        chain = new PageChain(store, units.next(), Page.DATA);
      }
      page = next(chain);
      if (page != null) {
        return true;
      }
      chain = null;
    }
  }

  private @Nullable Page next(PageChain of) throws IOException {
    try {
      return of.next();
    } catch (DamagedPageException broken) {
      report(BackupProblem.ALLOCATION, table.fullName(), broken.why());
      return null;
    }
  }

  private void checkCount() {
    boolean told = store.problems().problems().stream().anyMatch(this::isAboutForm);
    if (!told && rows != table.engineRows()) {
      report(BackupProblem.ROW_COUNT, table.fullName(), table.engineRows(), rows);
    }
  }

  private boolean isAboutForm(Problem problem) {
    return problem.code() == BackupProblem.TABLE_FORM
        && problem.arguments().get(0).equals(table.fullName());
  }

  private boolean atRow(Page of, int number) throws IOException {
    int offset = of.slot(number);
    if (offset == 0) {
      return false;
    }
    try {
      return CompressedRow.isCompressed(of, offset) ? atPacked(of, offset) : atPlain(of, offset);
    } catch (DamagedPageException damaged) {
      String place = "1:%d, slot %d".formatted(of.number(), number);
      report(BackupProblem.BAD_ROW, table.fullName(), place, damaged.why());
      badRows++;
      return false;
    }
  }

  private boolean atPlain(Page of, int offset) throws IOException, DamagedPageException {
    if (!StoredRow.isRow(of, offset)) {
      return false;
    }
    row.at(of, offset);
    for (int column : wanted) {
      current[column] = values.read(row, table.columns().get(column));
    }
    return true;
  }

  private boolean atPacked(Page of, int offset) throws IOException, DamagedPageException {
    if (!CompressedRow.isRow(of, offset)) {
      return false;
    }
    if (common == null || commonPage != of.number()) {
      common = CompressedPage.of(of);
      commonPage = of.number();
      Problem untried = Problem.of(BackupProblem.UNTRIED, store.where(), table.fullName());
      store.problems().add(untried);
    }
    packed.at(of, offset);
    for (int column : wanted) {
      current[column] = packedValues.read(packed, table.columns().get(column), common);
    }
    return true;
  }

  /**
   * Returns the value of a column of this row: a {@link String}, {@link Long}, {@link
   * java.math.BigDecimal}, {@link Double}, {@link Boolean}, {@link org.pchat.model.Guid}, {@code
   * byte[]} or a type of {@code java.time}; null for NULL, and for a column that was not asked for.
   *
   * @param column its number in {@link SqlTable#columns}
   */
  public @Nullable Object value(int column) {
    return current[column];
  }

  /** Returns how many rows there were so far. */
  public long count() {
    return rows;
  }

  /** Returns how many rows were passed over so far because they cannot be decoded. */
  public long badRows() {
    return badRows;
  }

  /** Returns whether anything was met so far that makes these rows doubtful, or lacks some. */
  public boolean faulty() {
    return faulty || store.faults() != faultsBefore;
  }
}
