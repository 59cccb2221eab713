package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pchat.cli.Table.Column;
import org.pchat.size.DatabaseSize;
import org.pchat.size.SizeReport;

/** What {@code size} says: a table, what each database's bytes are used for, the ratio, a year. */
final class SizeFigures {
  private static final String BAR = "█";
  private static final int LABEL = 18;
  private static final int NUMBER = 8;
  private static final int GAPS = 6;
  private static final int TABLES = 5;

  private final SizeReport report;
  private final SizeCommand.Schedule schedule;

  SizeFigures(SizeReport report, SizeCommand.Schedule schedule) {
    this.report = report;
    this.schedule = schedule;
  }

  Map<String, Object> json() {
    List<Map<String, Object>> items = new ArrayList<>();
    for (SizeReport.Item item : report.items()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("file", item.file());
      object.put("kind", item.kind());
      object.put("bytes", item.bytes());
      object.put("messages", item.messages());
      object.put("bytesPerMessage", item.bytesPerMessage());
      object.put("database", item.database() == null ? null : json(item.database()));
      items.add(object);
    }
    SizeReport.Year year = report.year(schedule.copies());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("items", items);
    json.put("ratio", Optional.ofNullable(report.ratio()));
    Map<String, Object> copies = new LinkedHashMap<>();
    copies.put("schedule", schedule.toString());
    copies.put("copies", year.copies());
    copies.put("exports", year.exports());
    copies.put("backups", year.backups());
    json.put("year", copies);
    return json;
  }

  private static Map<String, Object> json(DatabaseSize size) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", size.name());
    json.put("pages", size.pages());
    json.put("rows", size.use().rows());
    json.put("longValues", size.use().longValues());
    json.put("indexes", size.use().indexes());
    json.put("catalogue", size.use().catalogue());
    json.put("free", size.use().free());
    json.put("log", size.log());
    json.put("plain", size.plain());
    json.put("allocated", size.allocated());
    List<Map<String, Object>> tables = new ArrayList<>();
    for (DatabaseSize.Table table : size.tables()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", table.name());
      object.put("rows", table.rows());
      object.put("bytes", table.bytes());
      tables.add(object);
    }
    json.put("tables", tables);
    return json;
  }

  void print(Page page) throws IOException {
    table(page);
    if (report.items().size() > 1) {
      page.line();
      long most = report.items().stream().mapToLong(SizeReport.Item::bytes).max().orElse(0);
      for (SizeReport.Item item : report.items()) {
        bar(page, page.safe(item.file()), item.bytes(), most);
      }
    }
    for (SizeReport.Item item : report.items()) {
      if (item.database() != null) {
        database(page, item, item.database());
      }
    }
    if (report.ratio() != null) {
      ratio(page, report.ratio());
    }
  }

  private void table(Page page) throws IOException {
    var table =
        new Table(
            page,
            Column.text("FILE"),
            Column.text("KIND"),
            Column.number("SIZE"),
            Column.number("MESSAGES"),
            Column.number("BYTES EACH"));
    for (SizeReport.Item item : report.items()) {
      table.row(
          item.file(),
          item.kind(),
          Bytes.format(item.bytes()),
          item.messages() == null ? "" : String.format(Locale.ROOT, "%,d", item.messages()),
          item.bytesPerMessage() == null
              ? ""
              : String.format(Locale.ROOT, "%.1f", item.bytesPerMessage()));
    }
    table.end();
  }

  private static void bar(Page page, String label, long bytes, long most) throws IOException {
    int room = Math.max(10, page.columns() - LABEL - NUMBER - GAPS);
    long length = most == 0 ? 0 : Math.round((double) bytes * room / most);
    String bar = BAR.repeat((int) (bytes > 0 ? Math.max(1, length) : 0));
    page.line(
        ("  "
                + Width.pad(Width.cutMiddle(label, LABEL), LABEL, false)
                + "  "
                + Width.pad(Bytes.format(bytes), NUMBER, true)
                + "  "
                + bar)
            .stripTrailing());
  }

  private static void database(Page page, SizeReport.Item item, DatabaseSize size)
      throws IOException {
    page.line();
    page.line(
        page.in(Style.BOLD, page.safe(item.file()) + ": " + Bytes.format(size.pages()))
            + " of pages");
    DatabaseSize.Use use = size.use();
    long most = Math.max(size.pages(), size.log());
    bar(page, "rows", use.rows(), most);
    bar(page, "long values", use.longValues(), most);
    bar(page, "indexes", use.indexes(), most);
    bar(page, "system catalogue", use.catalogue(), most);
    bar(page, "free pages", use.free(), most);
    bar(page, "log", size.log(), most);
    page.line();
    for (DatabaseSize.Table table : size.tables().stream().limit(TABLES).toList()) {
      bar(page, page.safe(table.name()), table.bytes(), most);
    }
    if (size.tables().size() > TABLES) {
      page.line("  ... and " + (size.tables().size() - TABLES) + " more tables");
    }
    page.line();
    if (size.plain() > 0 && item.bytes() * 10 < size.plain() * 9) {
      page.line(
          String.format(
              Locale.ROOT,
              "  compressed to %.0f %% of %s",
              100.0 * item.bytes() / size.plain(),
              Bytes.format(size.plain())));
    }
    page.line("  the database's files are " + Bytes.format(size.allocated()) + " on the server");
  }

  private void ratio(Page page, double ratio) throws IOException {
    page.line();
    page.line(
        String.format(Locale.ROOT, "The backups are %.1f times as big as the exports.", ratio));
    page.line(
        "Microsoft says \"possibly 20 times\"; its example is 150 KB against 4 MB, 27 times.");
    page.line("Why: every backup carries the system catalogue, 2 to 3 MB even when it is empty,");
    page.line("and indexes and free pages; text stands there with two bytes a character, while");
    page.line("exports have mostly one, and are packed.");
    SizeReport.Year year = report.year(schedule.copies());
    page.line();
    page.line(
        "A year of %s copies at this size: %s of exports, %s of backups."
            .formatted(schedule, Bytes.format(year.exports()), Bytes.format(year.backups())));
  }
}
