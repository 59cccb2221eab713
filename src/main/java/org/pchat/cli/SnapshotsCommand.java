package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.problem.Problem;
import org.pchat.store.Marking;
import org.pchat.store.Snapshot;
import org.pchat.store.SnapshotName;
import org.pchat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the snapshots of a store, and pins them. */
@Command(
    name = "snapshots",
    description = "List the snapshots of a store, or pin one.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense",
      "4:a snapshot is damaged; stderr names it, the others are listed",
      "5:the store cannot be read",
      "10:there is no store, or no such snapshot",
      "11:somebody else writes to the store (--pin, --unpin)"
    },
    footer = {
      "  pchat snapshots --store /backup/chat",
      "  pchat snapshots --store /backup/chat --pin 3f9a0c11"
    })
final class SnapshotsCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private StoreOptions where;

  @Option(
      names = "--pin",
      paramLabel = "ID",
      description = "Keep this snapshot whatever a policy of forget says.")
  private @Nullable String pin;

  @Option(names = "--unpin", paramLabel = "ID", description = "Take that back.")
  private @Nullable String unpin;

  @Mixin private OutputOptions output;

  SnapshotsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    return session.write(
        output,
        results -> {
          Store store = where.open();
          pin(store, pin, true);
          pin(store, unpin, false);
          List<Problem> damaged = new ArrayList<>();
          List<Snapshot> snapshots = store.snapshots(damaged);
          print(snapshots, results);
          damaged.forEach(problem -> session.say("error: " + problem));
          return damaged.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
        });
  }

  private static void pin(Store store, @Nullable String id, boolean set) throws IOException {
    if (id != null) {
      Marking.pin(store, new SnapshotName(store.folder(), id), set);
    }
  }

  private void print(List<Snapshot> snapshots, Results results) throws IOException {
    if (results.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("schema", 1);
      json.put("snapshots", snapshots.stream().map(SnapshotFigures::json).toList());
      results.json(json);
      return;
    }
    Page page = results.page();
    var table =
        new Table(
            page,
            Table.Column.text("id"),
            Table.Column.text("time (" + output.displayZone() + ")"),
            Table.Column.number("rooms"),
            Table.Column.number("messages"),
            Table.Column.text("state"),
            Table.Column.text("tags"),
            Table.Column.link("source"));
    for (Snapshot snapshot : snapshots) {
      table.row(
          snapshot.id(),
          SnapshotFigures.time(snapshot, output.displayZone()),
          "%,d".formatted(SnapshotFigures.count(snapshot, Kind.ROOM)),
          "%,d".formatted(SnapshotFigures.count(snapshot, Kind.MESSAGE)),
          SnapshotFigures.marks(snapshot),
          String.join(", ", snapshot.tags()),
          snapshot.source());
    }
    table.end();
  }
}
