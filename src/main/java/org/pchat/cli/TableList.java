package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.pages.SqlServerFile;
import org.pchat.pages.SqlTable;
import org.pchat.problem.ProblemLog;
import org.pchat.tape.BackupSet;

/** The list of tables of a SQL Server file: what it is, and how many rows each has. */
final class TableList {
  private TableList() {}

  static void print(SqlServerFile file, Map<SqlTable, Long> counts, Page page) throws IOException {
    page.line("%-10s%s".formatted("database", page.safe(file.database().name())));
    if (file.set().isPresent()) {
      BackupSet set = file.set().get();
      page.line("%-10s%s".formatted("server", page.safe(set.config().server())));
      page.line("%-10s%s".formatted("written", set.written()));
      page.line("%-10s%d of %d".formatted("set", set.number(), file.sets().size()));
    }
    page.line(
        "%-10s%s (%d)"
            .formatted("version", file.database().versionName(), file.database().version()));
    page.line();
    var table =
        new Table(
            page,
            Table.Column.text("table"),
            Table.Column.number("rows"),
            Table.Column.number("pages"));
    for (Map.Entry<SqlTable, Long> entry : counts.entrySet()) {
      SqlTable of = entry.getKey();
      table.row(of.fullName(), String.valueOf(entry.getValue()), String.valueOf(of.usedPages()));
    }
    table.end();
  }

  static void csv(Map<SqlTable, Long> counts, Page page) throws IOException {
    var csv = new Csv(page);
    csv.row("schema", "name", "rows", "engineRows", "usedPages");
    for (Map.Entry<SqlTable, Long> entry : counts.entrySet()) {
      SqlTable of = entry.getKey();
      csv.row(
          of.schema(),
          of.name(),
          String.valueOf(entry.getValue()),
          String.valueOf(of.engineRows()),
          String.valueOf(of.usedPages()));
    }
  }

  static Map<String, Object> json(
      SqlServerFile file, Map<SqlTable, Long> counts, ProblemLog problems) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("database", file.database().name());
    file.set().ifPresent(set -> json.put("server", set.config().server()));
    json.put("version", file.database().version());
    file.set().ifPresent(set -> json.put("set", set.number()));
    json.put("sets", file.sets().size());
    List<Map<String, Object>> tables = new ArrayList<>();
    counts.forEach((table, rows) -> tables.add(json(table, rows)));
    json.put("tables", tables);
    json.put("problems", Problems.json(problems.problems()));
    return json;
  }

  private static Map<String, Object> json(SqlTable table, long rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", table.schema());
    json.put("name", table.name());
    json.put("rows", rows);
    json.put("engineRows", table.engineRows());
    json.put("usedPages", table.usedPages());
    return json;
  }
}
