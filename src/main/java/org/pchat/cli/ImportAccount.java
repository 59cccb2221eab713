package org.pchat.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.cli.ReportPage.Column;
import org.pchat.cli.ReportPage.Fact;
import org.pchat.database.DatabaseAddress;
import org.pchat.database.ImportOutcome;
import org.pchat.database.ImportOutcome.Counts;
import org.pchat.database.ImportRules;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Ticks;

/**
 * What an import did, in text, JSON and as a page.
 *
 * @param source what was imported
 * @param target the pool
 * @param rules what was assumed
 * @param outcome what happened
 * @param whatIf whether it only would have
 */
record ImportAccount(
    ChatSource source,
    DatabaseAddress target,
    ImportRules rules,
    ImportOutcome outcome,
    boolean whatIf) {
  String title() {
    return (whatIf ? "What an import would do: " : "Import of ") + source.origin().name();
  }

  private String verdict() {
    if (outcome.changedNothing()) {
      return "The pool " + (whatIf ? "would stay" : "is") + " as it was.";
    }
    String pool = outcome.newPool() ? "a new pool" : "the pool";
    return whatIf
        ? "Nothing was changed; this would be done to " + pool + "."
        : "This was done to " + pool + ".";
  }

  /** Returns what Microsoft publishes about imports, as far as it was followed. */
  private static List<String> published() {
    return List.of(
        "what is imported is merged into what is there",
        "an item of the pool whose name is imported is overwritten by the imported one",
        "the root category is not changed",
        "uploaded files are never part of it");
  }

  /** Returns what was done where nothing is published. */
  private List<String> assumed() {
    List<String> assumed = new ArrayList<>();
    assumed.add(
        switch (rules.match()) {
          case GUID ->
              "assumed: an item is that of the same GUID, else that of the same name, whose GUID it replaces";
          case NAME -> "assumed: an item is that of the same name or address, which keeps its GUID";
        });
    assumed.add("assumed: names are compared without case, as SQL Server usually does");
    assumed.add(
        switch (rules.numbers()) {
          case KEPT ->
              "assumed: messages keep their numbers; one whose number is taken is not added";
          case RENUMBERED -> "assumed: messages are numbered anew behind the last of the room";
        });
    assumed.add(
        switch (rules.content()) {
          case APPENDED -> "assumed: messages that are there stay";
          case REPLACED -> "assumed: a room has only the imported messages afterwards";
        });
    assumed.add("assumed: roles and scopes that are there stay; those of the package are added");
    assumed.add("assumed: the last number of a room never falls");
    return assumed;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("package", source.origin().name());
    json.put("target", target.display());
    json.put("whatIf", whatIf);
    json.put("newPool", outcome.newPool());
    json.put("changed", !outcome.changedNothing());
    json.put("match", rules.match().toString());
    json.put("messageIds", rules.numbers().toString());
    json.put("content", rules.content().toString());
    Map<String, Object> counts = new LinkedHashMap<>();
    Kind.ALL.forEach(kind -> counts.put(kind.plural(), json(outcome.of(kind))));
    json.put("counts", counts);
    json.put("overwritten", outcome.overwritten().stream().map(ImportAccount::json).toList());
    json.put("assumptions", assumed());
    json.put("problems", Problems.json(source.problems().problems()));
    return json;
  }

  private static Map<String, Object> json(Counts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("added", counts.added());
    json.put("changed", counts.changed());
    json.put("unchanged", counts.unchanged());
    json.put("removed", counts.removed());
    json.put("passedOver", counts.passedOver());
    return json;
  }

  private static Map<String, Object> json(ImportOutcome.Overwritten item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", item.kind().word());
    json.put("name", item.name());
    json.put("byName", item.byName());
    return json;
  }

  void print(Page page) throws IOException {
    page.line(page.in(Style.BOLD, page.safe(title())));
    page.line("  into " + page.safe(target.display()));
    page.line("  " + verdict());
    page.line();
    String row = "  %-12s%12s%12s%12s%12s%12s";
    page.line(row.formatted("", "added", "changed", "unchanged", "removed", "passed over"));
    for (Kind<?> kind : Kind.ALL) {
      Counts c = outcome.of(kind);
      page.line(
          row.formatted(
              ExportAccount.name(kind),
              ExportAccount.number(c.added()),
              ExportAccount.number(c.changed()),
              ExportAccount.number(c.unchanged()),
              ExportAccount.number(c.removed()),
              ExportAccount.number(c.passedOver())));
    }
    page.line();
    for (ImportOutcome.Overwritten item : outcome.overwritten().stream().limit(10).toList()) {
      String by = item.byName() ? ", found by its name" : "";
      page.line("  overwritten: %s %s%s".formatted(item.kind().word(), page.safe(item.name()), by));
    }
    if (outcome.overwritten().size() > 10) {
      page.line("  ... and more; --report or --json names them");
    }
    for (String line : assumed()) {
      page.line("  " + line);
    }
  }

  void write(HtmlReport html) throws IOException {
    var page = new ReportPage(html);
    page.head(title(), verdict());
    html.element(
        Tag.MAIN,
        () -> {
          page.facts("What and where", facts());
          counts(page);
          page.list("As published", published());
          page.list("Assumed", assumed());
          overwritten(page);
          rooms(page);
          page.problems(source.problems().problems());
        });
    page.foot("Written by pchat, which imports into embedded pools only.");
  }

  private List<Fact> facts() {
    var times = new Times(ZoneId.of("UTC"));
    Ticks created = source.coverage().snapshotTime();
    return List.of(
        Fact.foreign("Package", source.origin().name()),
        Fact.of("Its state", created == null ? "it does not say" : times.full(created)),
        Fact.of("Level", source.coverage().level().word()),
        Fact.foreign("Pool", target.display()),
        Fact.of(whatIf ? "Tried" : "Imported", times.full(Ticks.of(Instant.now()))));
  }

  private static List<Column> columns(String first) {
    return List.of(
        Column.text(first),
        Column.number("Added"),
        Column.number("Changed"),
        Column.number("Unchanged"),
        Column.number("Removed"),
        Column.number("Passed over"));
  }

  private static List<String> cells(String first, Counts c) {
    return List.of(
        first,
        ExportAccount.number(c.added()),
        ExportAccount.number(c.changed()),
        ExportAccount.number(c.unchanged()),
        ExportAccount.number(c.removed()),
        ExportAccount.number(c.passedOver()));
  }

  private void counts(ReportPage page) throws IOException {
    page.table(
        "Records",
        columns("Kind"),
        row -> {
          for (Kind<?> kind : Kind.ALL) {
            row.cells(cells(ExportAccount.name(kind), outcome.of(kind)));
          }
        });
  }

  private void overwritten(ReportPage page) throws IOException {
    if (!outcome.overwritten().isEmpty()) {
      page.table(
          "Overwritten",
          List.of(Column.text("Kind"), Column.text("Name"), Column.text("Found by")),
          row -> {
            for (ImportOutcome.Overwritten item : outcome.overwritten()) {
              row.cells(List.of(item.kind().word(), item.name(), item.byName() ? "name" : "GUID"));
            }
          });
    }
  }

  private void rooms(ReportPage page) throws IOException {
    if (!outcome.rooms().isEmpty()) {
      page.table(
          "Messages by room",
          columns("Room"),
          row -> {
            for (ImportOutcome.RoomChange room : outcome.rooms()) {
              row.cells(cells(room.name(), room.messages()));
            }
          });
    }
  }
}
