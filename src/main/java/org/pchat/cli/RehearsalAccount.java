package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pchat.cli.ReportPage.Column;
import org.pchat.cli.ReportPage.Fact;
import org.pchat.database.ImportOutcome;
import org.pchat.diff.Counts;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.problem.Problem;
import org.pchat.restore.Rehearsal;
import org.pchat.restore.Trial;

/**
 * What a rehearsal found, in text, JSON and as a page.
 *
 * @param source the package
 * @param target where it is to go
 * @param result what came of it
 */
record RehearsalAccount(ChatSource source, ChatSource target, Rehearsal.Result result) {
  String title() {
    return "Rehearsal of " + source.origin().name();
  }

  private String verdict() {
    return switch (result.verdict()) {
      case CLEAN -> "clean: however the importer does it, the result is the same.";
      case DEPENDS -> "depends: what the importer does where nothing is published decides.";
      case CONFLICTS -> "conflicts: something stands against the import.";
      case INCOMPLETE -> "incomplete: the package refers to what it does not hold.";
    };
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("package", source.origin().name());
    json.put("onto", target.origin().name());
    json.put("targetAge", result.age());
    json.put("verdict", result.verdict().word());
    json.put("counts", counts());
    json.put("conflicts", Problems.json(result.conflicts()));
    json.put("missing", result.missing());
    json.put("assumptions", result.assumptions());
    Map<String, Object> changes = new LinkedHashMap<>();
    result.changes().forEach((kind, counts) -> changes.put(kind, json(counts)));
    json.put("changes", changes);
    json.put("trials", result.trials().stream().map(RehearsalAccount::json).toList());
    Map<String, Object> repairs = new LinkedHashMap<>();
    repairs.put("creators", result.repairs().creators());
    repairs.put("fileLinks", result.repairs().files());
    json.put("repairs", repairs);
    return json;
  }

  private Map<String, Object> counts() {
    Map<Kind<?>, Long> counts = new LinkedHashMap<>();
    ImportOutcome first = result.trials().get(0).outcome();
    for (Kind<?> kind : Kind.ALL) {
      ImportOutcome.Counts c = first.of(kind);
      counts.put(kind, c.added() + c.changed() + c.unchanged() + c.passedOver());
    }
    return PackageAccount.counts(counts);
  }

  private static Map<String, Object> json(Counts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("added", counts.added());
    json.put("removed", counts.removed());
    json.put("changed", counts.changed() + counts.forked());
    return json;
  }

  private static Map<String, Object> json(Trial trial) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("match", trial.rules().match().toString());
    json.put("messageIds", trial.rules().numbers().toString());
    json.put("content", trial.rules().content().toString());
    json.put("same", trial.same());
    json.put("differing", trial.differing());
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Kind<?> kind : Kind.ALL) {
      ImportOutcome.Counts c = trial.outcome().of(kind);
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("added", c.added());
      each.put("overwritten", c.changed());
      each.put("same", c.unchanged());
      each.put("removed", c.removed());
      each.put("skipped", c.passedOver());
      counts.put(kind.plural(), each);
    }
    json.put("counts", counts);
    return json;
  }

  void print(Page page) throws IOException {
    page.line(page.in(Style.BOLD, page.safe(title())));
    page.line("  onto " + page.safe(target.origin().name()) + "; " + result.age());
    page.line("  " + verdict());
    page.line();
    String row = "  %-12s%12s%12s%12s%12s%12s";
    page.line(row.formatted("", "added", "overwritten", "same", "removed", "skipped"));
    ImportOutcome first = result.trials().get(0).outcome();
    for (Kind<?> kind : Kind.ALL) {
      ImportOutcome.Counts c = first.of(kind);
      page.line(
          row.formatted(
              kind.plural(),
              number(c.added()),
              number(c.changed()),
              number(c.unchanged()),
              number(c.removed()),
              number(c.passedOver())));
    }
    PackageAccount.list(page, "The target would differ in", differences());
    PackageAccount.list(
        page, "Conflicts", result.conflicts().stream().map(Problem::message).toList());
    PackageAccount.list(page, "Missing", result.missing());
    PackageAccount.list(page, "Taken for granted", result.assumptions());
    PackageAccount.list(page, "An import is known to lose", repairs());
  }

  private List<String> differences() {
    List<String> lines = new ArrayList<>();
    result
        .changes()
        .forEach(
            (kind, c) -> {
              if (c.different() > 0) {
                lines.add(
                    "%s: %s added, %s removed, %s changed"
                        .formatted(
                            kind,
                            number(c.added()),
                            number(c.removed()),
                            number(c.changed() + c.forked())));
              }
            });
    result.acts().forEach((act, count) -> lines.add(act.word() + ": " + number(count)));
    return lines;
  }

  private List<String> repairs() {
    List<String> lines = new ArrayList<>(result.repairs().creators());
    if (result.repairs().files() > 0) {
      lines.add(number(result.repairs().files()) + " links to files; copy the files by hand");
    }
    return lines;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  void write(HtmlReport html) throws IOException {
    var page = new ReportPage(html);
    page.head(title(), "Verdict: " + verdict());
    html.element(
        Tag.MAIN,
        () -> {
          page.facts(
              "What and where",
              List.of(
                  Fact.foreign("Package", source.origin().name()),
                  Fact.foreign("Target", target.origin().name()),
                  Fact.of("Its age", result.age())));
          trials(page);
          listIfAny(page, "The target would differ in", differences());
          listIfAny(page, "Conflicts", result.conflicts().stream().map(Problem::message).toList());
          listIfAny(page, "Missing", result.missing());
          listIfAny(page, "Taken for granted", result.assumptions());
          listIfAny(page, "An import is known to lose", repairs());
        });
    page.foot("Written by pchat, which tried it in a scratch pool of its own.");
  }

  private static void listIfAny(ReportPage page, String title, List<String> lines)
      throws IOException {
    if (!lines.isEmpty()) {
      page.list(title, lines);
    }
  }

  private void trials(ReportPage page) throws IOException {
    page.table(
        "Every way to import",
        List.of(
            Column.text("Matches by"),
            Column.text("Message ids"),
            Column.text("Content"),
            Column.number("Messages added"),
            Column.number("Removed"),
            Column.number("Skipped"),
            Column.text("Result")),
        rows -> {
          for (Trial trial : result.trials()) {
            ImportOutcome.Counts c = trial.outcome().of(Kind.MESSAGE);
            rows.cells(
                List.of(
                    trial.rules().match().toString(),
                    trial.rules().numbers().toString(),
                    trial.rules().content().toString(),
                    number(c.added()),
                    number(c.removed()),
                    number(c.passedOver()),
                    trial.same() ? "as the first" : String.join(", ", trial.differing())));
          }
        });
  }
}
