package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pchat.cli.Table.Column;
import org.pchat.model.ChatSource;
import org.pchat.model.OriginKind;
import org.pchat.model.Watch;
import org.pchat.reconcile.KindCount;
import org.pchat.reconcile.Reconciliation;
import org.pchat.reconcile.RoomCount;
import org.pchat.reconcile.Sequence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says whether an export holds everything of a backup. */
@Command(
    name = "reconcile",
    description = "Say whether an export holds everything of a backup.",
    exitCodeList = {
      "0:the export holds all of it",
      "1:it does not, or that is not certain; the reasons are told",
      "2:the command line makes no sense",
      "3:done, but something could not be read; stderr names it",
      "4:a source is damaged, encrypted or not understood",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password of a database"
    },
    footer = {
      "  pchat reconcile export.zip mgc.bak",
      "  pchat reconcile export.zip mgc.bak --json | jq -r .reasons[]"
    })
final class ReconcileCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "EXPORT", description = "The export that is to stay.")
  private String export;

  @Parameters(
      index = "1",
      paramLabel = "BACKUP",
      description = "The backup that is to go: a .bak or .mdf, or any other source.")
  private String backup;

  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  ReconcileCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    session.protect(List.of(export, backup), output);
    return session.write(
        output,
        results ->
            session.open(
                export,
                how,
                output,
                results.isTerminal(),
                left ->
                    session.open(
                        backup, how, output, true, right -> reconcile(left, right, results))));
  }

  private ExitCode reconcile(ChatSource left, ChatSource right, Results results)
      throws IOException {
    if (left.origin().kind() == OriginKind.BACKUP && right.origin().kind() == OriginKind.EXPORT) {
      throw new UsageException(
          "the export comes first: pchat reconcile %s %s".formatted(backup, export));
    }
    Reconciliation found = Reconciliation.of(left, right, Watch.NONE);
    if (results.isJson()) {
      results.json(json(found));
    } else {
      print(found, results.page());
    }
    return found.whole() ? ExitCode.DONE : ExitCode.NO;
  }

  private static Map<String, Object> json(Reconciliation found) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("verdict", found.whole() ? "complete" : "incomplete");
    json.put("reasons", found.reasons());
    List<Map<String, Object>> records = new ArrayList<>();
    for (KindCount kind : found.kinds()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("kind", kind.kind().plural());
      object.put("export", kind.export());
      object.put("backup", kind.backup());
      object.put("missing", kind.missing());
      object.put("different", kind.different());
      object.put("unknown", kind.unknown());
      object.put("onlyInExport", kind.only());
      records.add(object);
    }
    json.put("records", records);
    List<Map<String, Object>> rooms = new ArrayList<>();
    for (RoomCount room : found.rooms()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("room", room.room());
      object.put("name", room.name());
      object.put("export", json(room.export()));
      object.put("backup", json(room.backup()));
      object.put("missing", room.missing());
      object.put("different", room.different());
      rooms.add(object);
    }
    json.put("rooms", rooms);
    return json;
  }

  private static Map<String, Object> json(Sequence sequence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("messages", sequence.messages());
    if (sequence.messages() > 0) {
      json.put("first", sequence.first());
      json.put("last", sequence.last());
    }
    json.put("gaps", sequence.missing());
    return json;
  }

  private static void print(Reconciliation found, Page page) throws IOException {
    String verdict =
        found.whole()
            ? "The export holds all of it."
            : "The export does not hold all of it, because";
    page.line(page.in(Style.BOLD, verdict));
    for (String reason : found.reasons()) {
      page.line("  - " + page.safe(reason));
    }
    page.line();
    var kinds =
        new Table(
            page,
            Column.text("RECORDS"),
            Column.number("EXPORT"),
            Column.number("BACKUP"),
            Column.number("MISSING"),
            Column.number("DIFFERENT"),
            Column.number("ONLY IN EXPORT"));
    for (KindCount kind : found.kinds()) {
      kinds.row(
          kind.kind().plural().toLowerCase(Locale.ROOT),
          number(kind.export()),
          number(kind.backup()),
          number(kind.missing()),
          number(kind.different()),
          number(kind.only()));
    }
    kinds.end();
    page.line();
    rooms(found, page);
  }

  private static void rooms(Reconciliation found, Page page) throws IOException {
    var rooms =
        new Table(
            page,
            Column.text("ROOM"),
            Column.number("EXPORT"),
            Column.number("BACKUP"),
            Column.number("FIRST"),
            Column.number("LAST"),
            Column.number("GAPS"),
            Column.number("MISSING"),
            Column.number("DIFFERENT"));
    for (RoomCount room : found.rooms()) {
      Sequence backup = room.backup();
      rooms.row(
          room.name(),
          number(room.export().messages()),
          number(backup.messages()),
          backup.messages() == 0 ? "" : number(backup.first()),
          backup.messages() == 0 ? "" : number(backup.last()),
          number(backup.missing()),
          number(room.missing()),
          number(room.different()));
    }
    rooms.end();
    page.line();
    page.line("FIRST, LAST and GAPS are of the backup: numbers of messages, and how many numbers");
    page.line("between them nobody has. A gap is a message that was deleted before the backup.");
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
