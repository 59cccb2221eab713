package org.pchat.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pchat.archive.WrittenEntry;
import org.pchat.cli.ReportPage.Column;
import org.pchat.cli.ReportPage.Fact;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.model.Ticks;

/** The page of an export that an administrator can file. */
final class ExportReport {
  private final ExportAccount account;

  ExportReport(ExportAccount account) {
    this.account = account;
  }

  void write(HtmlReport html) throws IOException {
    var page = new ReportPage(html);
    page.head(account.title(), verdict());
    html.element(
        Tag.MAIN,
        () -> {
          page.facts("What and from where", facts());
          page.list("Left out, and why", leftOut());
          counts(page);
          categories(page);
          rooms(page);
          page.problems(account.source.problems().problems());
          entries(page);
        });
    page.foot(
        "Written by pchat. The file is in the layout pchat-1, which Import-CsPersistentChatData does not know.");
  }

  private String verdict() {
    return "%s in %s, %s"
        .formatted(
            messages(account.counted.count(Kind.MESSAGE)),
            ExportAccount.count(account.counted.count(Kind.ROOM), "room", "rooms"),
            Bytes.format(account.bytes));
  }

  private static String messages(long count) {
    return ExportAccount.count(count, "message", "messages");
  }

  private List<Fact> facts() throws IOException {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.foreign("File", account.file.toAbsolutePath().toString()));
    facts.add(Fact.of("SHA-256", account.sha256));
    facts.add(Fact.of("Length", ExportAccount.count(account.bytes, "byte", "bytes")));
    facts.add(Fact.foreign("Source", account.source.origin().name()));
    facts.add(
        Fact.of(
            "Kind of source",
            account.source.origin().kind().word() + ", " + account.source.origin().layout()));
    Ticks created = account.coverage().snapshotTime();
    facts.add(
        Fact.of(
            "State of", created == null ? "the source does not say" : account.times.full(created)));
    facts.add(Fact.of("One state", ExportAccount.state(account.source.consistency())));
    facts.add(Fact.of("Written", account.times.full(Ticks.of(Instant.now()))));
    facts.add(Fact.of("Level", account.coverage().level().word()));
    facts.add(
        Fact.foreign(
            "Scope",
            account.coverage().scope().isEmpty()
                ? "all categories"
                : String.join(", ", account.scope())));
    Ticks start = account.coverage().startDate();
    facts.add(
        Fact.of("Messages from", start == null ? "the beginning" : account.times.full(start)));
    return facts;
  }

  private List<String> leftOut() throws IOException {
    List<String> out = account.leftOut();
    return out.isEmpty() ? List.of("nothing") : out;
  }

  private void counts(ReportPage page) throws IOException {
    page.table(
        "Records",
        List.of(Column.text("Kind"), Column.number("Records")),
        row -> {
          for (Kind<?> kind : Kind.ALL) {
            row.cells(
                List.of(
                    ExportAccount.name(kind), ExportAccount.number(account.counted.count(kind))));
          }
        });
  }

  private void categories(ReportPage page) throws IOException {
    Map<Guid, long[]> sums = new TreeMap<>();
    for (Room room : account.restricted.structure().rooms()) {
      long[] sum = sums.computeIfAbsent(room.category(), guid -> new long[3]);
      sum[0]++;
      sum[1] += account.counted.messagesOf(room.guid());
      sum[2] += account.counted.fileLinksOf(room.guid());
    }
    page.table(
        "By category",
        List.of(
            Column.text("Category"),
            Column.number("Rooms"),
            Column.number("Messages"),
            Column.number("Links to files")),
        row -> {
          for (Category category :
              account.restricted.structure().categories().stream()
                  .filter(category -> !account.restricted.coverage().isRoot(category))
                  .sorted(Comparator.comparing(Category::name))
                  .toList()) {
            long[] sum = sums.getOrDefault(category.guid(), new long[3]);
            row.cells(
                List.of(
                    category.name(),
                    ExportAccount.number(sum[0]),
                    ExportAccount.number(sum[1]),
                    ExportAccount.number(sum[2])));
          }
        });
  }

  private void rooms(ReportPage page) throws IOException {
    page.table(
        "By room",
        List.of(
            Column.text("Room"),
            Column.text("Category"),
            Column.number("Messages"),
            Column.number("Links to files")),
        row -> {
          for (Room room :
              account.restricted.structure().rooms().stream()
                  .sorted(Comparator.comparing(Room::name))
                  .toList()) {
            row.cells(
                List.of(
                    room.name(),
                    account
                        .restricted
                        .structure()
                        .category(room.category())
                        .map(Category::name)
                        .orElse(""),
                    ExportAccount.number(account.counted.messagesOf(room.guid())),
                    ExportAccount.number(account.counted.fileLinksOf(room.guid()))));
          }
        });
  }

  private void entries(ReportPage page) throws IOException {
    page.table(
        "Entries and their hashes",
        List.of(
            Column.text("Entry"),
            Column.number("Records"),
            Column.number("Bytes"),
            Column.text("SHA-256")),
        row -> {
          for (WrittenEntry entry : account.entries) {
            row.cells(
                List.of(
                    entry.name(),
                    ExportAccount.number(entry.records()),
                    ExportAccount.number(entry.bytes()),
                    entry.sha256()));
          }
        });
  }
}
