package org.pchat.sqlfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that takes rows in the order of its clustered key, and chains its pages. */
final class MadeTable {
  private static final int DATA = 1;
  private static final int MOST_ROW = 8060;
  private static final int ROW = 1;
  private static final int PAGE = 2;
  private static final int HAS_INFORMATION = 0x80;
  private static final int HAS_NULLS = 0x10;
  private static final int HAS_VARIABLE = 0x20;

  private final String name;
  private final int object;
  private final long rowset;
  private final MadeLayout layout;
  private final MadeSpace space;
  private final MadeUnit unit;
  private final MadeLobs lobs;
  private final MadePacked packed;
  private @Nullable MadePage page;
  private long number;
  private long previous;
  private long rows;
  private int compression;

  /**
   * Begins a table.
   *
   * @param object its number
   * @param rowset the number of its rows
   * @param units the numbers under which its units go: rows, long values
   */
  MadeTable(
      MadeSpace space,
      String name,
      int object,
      long rowset,
      List<MadeColumn> columns,
      int[] units) {
    this.space = space;
    this.name = name;
    this.object = object;
    this.rowset = rowset;
    this.layout = MadeLayout.of(columns);
    boolean system = object < 256;
    this.unit = new MadeUnit(space, units[0], rowset, MadeUnit.ROWS, system);
    this.lobs =
        new MadeLobs(space, new MadeUnit(space, units[1], rowset, MadeUnit.LONG_VALUES, system));
    this.packed = new MadePacked(layout, lobs);
  }

  String name() {
    return name;
  }

  int object() {
    return object;
  }

  long rowset() {
    return rowset;
  }

  MadeLayout layout() {
    return layout;
  }

  MadeUnit unit() {
    return unit;
  }

  /** Returns its units that have pages. */
  List<MadeUnit> units() {
    return lobs.unit().used() == 0 ? List.of(unit) : List.of(unit, lobs.unit());
  }

  long rows() {
    return rows;
  }

  /** Appends a row; null is NULL. */
  void add(@Nullable Object... values) throws IOException {
    byte[] row = spelled(values);
    if (page == null) {
      number = unit.page();
      page = newPage();
      row = begin(row, values);
    } else if (!page.hasRoom(row.length)) {
      long next = unit.page();
      page.links(previous, next);
      space.write(number, page);
      previous = number;
      number = next;
      page = newPage();
      row = begin(row, values);
    }
    page.add(row);
    rows++;
  }

  private byte[] spelled(@Nullable Object... values) throws IOException {
    return compression == ROW || compression == PAGE ? packed.row(values) : row(values);
  }

  /** Puts before the rows of a compressed page what they have in common. */
  private byte[] begin(byte[] row, @Nullable Object... values) throws IOException {
    if (compression != PAGE || page == null) {
      return row;
    }
    page.flags(HAS_INFORMATION);
    page.lead(packed.lead(values));
    return packed.row(values);
  }

  /** Begins with a page that the unit gave out before. */
  void begin(long first) {
    number = first;
    page = newPage();
  }

  /** Says in the catalogue that the rows are compressed: 1 row, 2 page, 3 columnstore. */
  MadeTable called(int level) {
    compression = level;
    return this;
  }

  /** Lets the catalogue count a row that is not there. */
  void miscount() {
    rows++;
  }

  int compression() {
    return compression;
  }

  private MadePage newPage() {
    return new MadePage(DATA, unit.object(), unit.index(), layout.fixedEnd());
  }

  private byte[] row(@Nullable Object... values) throws IOException {
    List<MadeColumn> columns = layout.columns();
    List<byte[]> variable = new ArrayList<>();
    List<Integer> noLimit = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isVariable()) {
        Object value = values[i];
        noLimit.add(columns.get(i).hasNoLimit() && value != null ? variable.size() : -1);
        variable.add(value == null ? new byte[0] : MadeValue.bytes(columns.get(i), value));
      }
    }
    boolean[] complex = new boolean[variable.size()];
    while (length(variable) > MOST_ROW) {
      int longest = longest(variable, noLimit, complex);
      variable.set(longest, lobs.store(variable.get(longest)));
      complex[longest] = true;
    }
    return row(values, variable, complex);
  }

  private int length(List<byte[]> variable) {
    int ends = variable.isEmpty() ? 0 : 2 + 2 * variable.size();
    return layout.fixedEnd()
        + 2
        + (layout.columns().size() + 7) / 8
        + ends
        + variable.stream().mapToInt(value -> value.length).sum();
  }

  private static int longest(List<byte[]> variable, List<Integer> noLimit, boolean[] complex) {
    int longest = -1;
    for (int i = 0; i < complex.length; i++) {
      boolean longer = longest < 0 || variable.get(i).length > variable.get(longest).length;
      if (noLimit.get(i) >= 0 && !complex[i] && longer) {
        longest = i;
      }
    }
    if (longest < 0) {
      throw new IllegalArgumentException("the row is too long");
    }
    return longest;
  }

  private byte[] row(@Nullable Object[] values, List<byte[]> variable, boolean[] complex) {
    byte[] row = new byte[length(variable)];
    row[0] = (byte) (HAS_NULLS | (variable.isEmpty() ? 0 : HAS_VARIABLE));
    put(row, 2, layout.fixedEnd());
    int nulls = layout.fixedEnd() + 2;
    put(row, layout.fixedEnd(), values.length);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        row[nulls + i / 8] |= (byte) (1 << (i % 8));
      } else {
        fixed(row, i, value);
      }
    }
    int at = nulls + (values.length + 7) / 8;
    if (!variable.isEmpty()) {
      put(row, at, variable.size());
      int end = at + 2 + 2 * variable.size();
      for (int i = 0; i < variable.size(); i++) {
        System.arraycopy(variable.get(i), 0, row, end, variable.get(i).length);
        end += variable.get(i).length;
        put(row, at + 2 + 2 * i, complex[i] ? end | 0x8000 : end);
      }
    }
    return row;
  }

  private void fixed(byte[] row, int column, Object value) {
    MadeColumn declared = layout.columns().get(column);
    int at = layout.offsets().get(column);
    if (declared.type() == MadeColumn.BIT) {
      row[at] |= (byte) (Boolean.TRUE.equals(value) ? 1 << layout.bits().get(column) : 0);
    } else if (!declared.isVariable()) {
      byte[] bytes = MadeValue.bytes(declared, value);
      System.arraycopy(bytes, 0, row, at, bytes.length);
    }
  }

  private static void put(byte[] row, int at, int value) {
    row[at] = (byte) value;
    row[at + 1] = (byte) (value >> 8);
  }

  /** Writes what is still in memory; no row may follow. */
  void finish() throws IOException {
    if (page != null) {
      page.links(previous, 0);
      space.write(number, page);
      page = null;
    }
    lobs.flush();
  }
}
