package org.pchat.pages;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns stand in the rows of each rowset. That is read, never computed from how the
 * columns were declared: old tables keep the layout with which they were made.
 */
final class ColumnPlaces {
  private static final int FIRST_WITH_RSCOLS = 655;
  private static final int RSCOLS = 3;
  private static final int ROWSET_COLUMNS = 4;
  private static final int HOBT_COLUMNS = 13;
  private static final int NO_COLUMN = 0x0C000000;

  private final Map<Long, Map<Integer, SqlColumn.Place>> places = new HashMap<>();
  private final Map<Long, NavigableSet<Integer>> all = new HashMap<>();

  private ColumnPlaces() {}

  /** Reads the places from the catalogue of a database of this internal version. */
  static ColumnPlaces read(SystemTables system, int databaseVersion)
      throws IOException, DamagedPageException {
    var read = new ColumnPlaces();
    if (databaseVersion >= FIRST_WITH_RSCOLS) {
      system.read(RSCOLS, read::column);
      read.order();
    } else {
      Map<Long, Map<Integer, SqlColumn.Place>> stored = new HashMap<>();
      system.read(HOBT_COLUMNS, row -> hobtColumn(row, stored));
      system.read(ROWSET_COLUMNS, row -> read.rowsetColumn(row, stored));
    }
    return read;
  }

  /** Returns the place of a column; null for one that is not stored. */
  SqlColumn.@Nullable Place of(long rowset, int column) {
    return places.getOrDefault(rowset, Map.of()).get(column);
  }

  private void column(SystemRow row) throws DamagedPageException {
    int number = row.i32(12);
    int stored = row.i32(16);
    all.computeIfAbsent(row.i64(4), rowset -> new TreeSet<>()).add(stored);
    if ((number & NO_COLUMN) == 0) {
      var place = new SqlColumn.Place(row.i16(44), row.i16(48), row.u8(52), stored);
      put(places, row.i64(4), number, place);
    }
  }

  /** Columns that were dropped still stand in compressed rows, so they are counted. */
  private void order() {
    places.forEach(
        (rowset, columns) -> {
          NavigableSet<Integer> stored = all.getOrDefault(rowset, new TreeSet<>());
          columns.replaceAll(
              (number, of) ->
                  new SqlColumn.Place(
                      of.offset(), of.nullBit(), of.bit(), stored.headSet(of.ordinal()).size()));
        });
  }

  private static void hobtColumn(SystemRow row, Map<Long, Map<Integer, SqlColumn.Place>> stored)
      throws DamagedPageException {
    put(
        stored,
        row.i64(4),
        row.i32(12),
        new SqlColumn.Place(row.i16(31), row.i16(37), row.u8(35), -1));
  }

  private void rowsetColumn(SystemRow row, Map<Long, Map<Integer, SqlColumn.Place>> stored)
      throws DamagedPageException {
    long rowset = row.i64(4);
    int number = row.i32(12);
    SqlColumn.Place place = stored.getOrDefault(rowset, Map.of()).get(row.i32(16));
    if (place != null && (number & NO_COLUMN) == 0) {
      put(places, rowset, number, place);
    }
  }

  private static void put(
      Map<Long, Map<Integer, SqlColumn.Place>> map,
      long rowset,
      int number,
      SqlColumn.Place place) {
    map.computeIfAbsent(rowset, r -> new HashMap<>()).put(number, place);
  }
}
