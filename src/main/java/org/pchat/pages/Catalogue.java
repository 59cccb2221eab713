package org.pchat.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which user tables a database has (docs/sqlserver-format.md, "The catalogue"). */
final class Catalogue {
  private static final int OBJECTS = 34;
  private static final int COLUMNS = 41;
  private static final int CLASSES = 64;
  private static final int SCHEMA_CLASS = 50;
  private static final int SYSTEM_SCHEMA = 4;
  private static final int USER_TABLE = 'U' | (' ' << 8);

  private final SystemTables system;
  private final Map<Integer, String> schemas = new HashMap<>();
  private final Map<Integer, Named> tables = new HashMap<>();
  private final Map<Integer, List<Declared>> columns = new HashMap<>();
  private final Map<Long, Long> firstIams = new HashMap<>();
  private final Map<Long, SqlTable.Use> use = new HashMap<>();

  /** A table's name and the number of its schema. */
  private record Named(String name, int schema) {}

  /** A column as it was declared, under the number by which its place is found. */
  private record Declared(
      int number, String name, SqlType type, int length, int precision, int scale, int collation) {}

  private Catalogue(SystemTables system) {
    this.system = system;
  }

  /** Returns the tables by schema and name. */
  static List<SqlTable> read(SystemTables system, int databaseVersion)
      throws IOException, DamagedPageException {
    var catalogue = new Catalogue(system);
    system.read(CLASSES, catalogue::schema);
    system.read(OBJECTS, catalogue::object);
    system.read(COLUMNS, catalogue::column);
    catalogue.units();
    return catalogue.tables(ColumnPlaces.read(system, databaseVersion));
  }

  private void schema(SystemRow row) throws DamagedPageException {
    if (row.u8(4) == SCHEMA_CLASS) {
      schemas.put(row.i32(5), row.text(0));
    }
  }

  private void object(SystemRow row) throws DamagedPageException {
    int schema = row.i32(8);
    if (row.u16(17) == USER_TABLE && schema != SYSTEM_SCHEMA) {
      tables.put(row.i32(4), new Named(row.text(0), schema));
    }
  }

  private void column(SystemRow row) throws DamagedPageException {
    int object = row.i32(4);
    if (tables.containsKey(object) && row.u16(8) == 0) {
      var column =
          new Declared(
              row.i32(10),
              row.text(0),
              SqlType.of(row.u8(14)),
              row.i16(19),
              row.u8(21),
              row.u8(22),
              row.i32(23));
      columns.computeIfAbsent(object, o -> new ArrayList<>()).add(column);
    }
  }

  private void units() {
    for (AllocationUnit unit : system.units()) {
      boolean rows = unit.type() == AllocationUnit.ROWS;
      long pages = unit.usedPages();
      use.merge(
          unit.owner(),
          new SqlTable.Use(rows ? pages : 0, rows ? 0 : pages, 0),
          SqlTable.Use::plus);
      if (unit.type() == AllocationUnit.ROWS) {
        firstIams.put(unit.owner(), unit.firstIam());
      }
    }
  }

  private List<SqlTable> tables(ColumnPlaces places) {
    Map<Integer, List<Rowset>> rowsets = new HashMap<>();
    Map<Integer, SqlTable.Use> used = new HashMap<>();
    for (Rowset rowset : system.rowsets()) {
      SqlTable.Use own = use.getOrDefault(rowset.id(), SqlTable.Use.NONE);
      SqlTable.Use as = rowset.isTable() ? own : new SqlTable.Use(0, 0, own.pages());
      used.merge(rowset.object(), as, SqlTable.Use::plus);
      if (rowset.isTable()) {
        rowsets.computeIfAbsent(rowset.object(), o -> new ArrayList<>()).add(rowset);
      }
    }
    List<SqlTable> list = new ArrayList<>();
    tables.forEach(
        (object, named) ->
            list.add(
                table(
                    named,
                    columns.getOrDefault(object, List.of()),
                    rowsets.getOrDefault(object, List.of()),
                    used.getOrDefault(object, SqlTable.Use.NONE),
                    places)));
    list.sort(Comparator.comparing(SqlTable::fullName));
    return list;
  }

  private SqlTable table(
      Named named,
      List<Declared> declared,
      List<Rowset> rowsets,
      SqlTable.Use used,
      ColumnPlaces places) {
    List<SqlColumn> stored = new ArrayList<>();
    declared.stream()
        .sorted(Comparator.comparingInt(Declared::number))
        .forEach(
            column -> {
              SqlColumn.Place place =
                  rowsets.isEmpty() ? null : places.of(rowsets.get(0).id(), column.number());
              if (place != null) {
                stored.add(column(column, place));
              }
            });
    return new SqlTable(
        schemas.getOrDefault(named.schema(), String.valueOf(named.schema())),
        named.name(),
        stored,
        rowsets.stream().mapToLong(Rowset::rows).sum(),
        used,
        new SqlTable.Storage(
            rowsets,
            rowsets.stream().map(rowset -> firstIams.getOrDefault(rowset.id(), 0L)).toList()));
  }

  private static SqlColumn column(Declared declared, SqlColumn.Place place) {
    return new SqlColumn(
        declared.name(),
        declared.type(),
        declared.length(),
        declared.precision(),
        declared.scale(),
        declared.collation(),
        place);
  }
}
