package org.pchat.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.Export;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.ReadOptions;
import org.pchat.select.DateRange;
import org.pchat.store.Backup;
import org.pchat.store.BackupRequest;
import org.pchat.store.CanonicalCopy;
import org.pchat.store.Notice;
import org.pchat.store.Snapshot;
import org.pchat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves sources as snapshots. */
@Command(
    name = "backup",
    description = "Save exports or other sources as snapshots in a store.",
    exitCodeList = {
      "0:saved",
      "2:the command line makes no sense",
      "3:saved, but reading met errors; stderr names them",
      "4:the source is damaged or not understood; nothing was saved",
      "5:a file, a server or the store cannot be read or written",
      "7:saved, but suspect: much of what was there before is gone; pchat accept says that it is right",
      "10:there is no store",
      "11:somebody else writes to the store",
      "12:wrong user or password"
    },
    footer = {
      "  pchat backup pool.zip --store /backup/chat",
      "  pchat backup pool.zip --store /backup/chat --tag \"before the move\" --pin"
    })
final class BackupCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description = "What to save; each source becomes a snapshot.")
  private List<String> sources = new ArrayList<>();

  @Mixin private StoreOptions where;

  @Option(
      names = "--tag",
      paramLabel = "TAG[,TAG]",
      split = ",",
      description = "A word to find the snapshot by, and to keep it by; repeatable.")
  private List<String> tags = new ArrayList<>();

  @Option(names = "--pin", description = "Keep the snapshot whatever a policy of forget says.")
  private boolean pin;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description =
          "When the pool was in that state, in --tz (default: what the source says, else now).")
  private @Nullable String time;

  @Option(
      names = "--thorough",
      description = "Read entries, too, whose hash, checksum and length say that they are saved.")
  private boolean thorough;

  @Mixin private GateOptions gate;

  @Option(
      names = "--notify",
      paramLabel = "COMMAND",
      description = "Run this when a snapshot is suspect; it gets the reasons on standard input.")
  private @Nullable String notify;

  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  BackupCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    session.protect(sources, output);
    Instant stated = time();
    return session.write(
        output,
        results -> {
          ExitCode exit = ExitCode.DONE;
          Store store = where.open();
          for (String source : sources) {
            exit =
                exit.or(
                    session.open(
                        source,
                        how,
                        output,
                        results.isTerminal(),
                        chat -> save(store, source, chat, stated, results)));
          }
          return exit;
        });
  }

  private @Nullable Instant time() {
    return time == null ? null : DateRange.moment("--time", time, output.displayZone()).toInstant();
  }

  private ExitCode save(
      Store store, String name, ChatSource chat, @Nullable Instant stated, Results results)
      throws IOException {
    if (chat instanceof Export export) {
      return save(store, request(export, name, stated), results);
    }
    ReadOptions options = ReadOptions.defaults().with(chat.problems());
    try (CanonicalCopy copy = CanonicalCopy.of(chat, options)) {
      return save(store, request(copy.export(), name, stated), results);
    }
  }

  private BackupRequest request(Export export, String name, @Nullable Instant stated) {
    return new BackupRequest(
        export,
        name,
        stated,
        tags,
        pin,
        thorough,
        gate.limits(),
        gate.purge(output.displayZone()),
        Instant.now());
  }

  private ExitCode save(Store store, BackupRequest request, Results results) throws IOException {
    Backup.Outcome outcome = Backup.run(store, request, session.watch());
    if (results.isJson()) {
      results.json(json(outcome));
    } else {
      print(outcome, results.page());
    }
    if (!outcome.snapshot().suspect()) {
      return ExitCode.DONE;
    }
    if (notify != null) {
      String failure = Notice.run(notify, store, outcome.snapshot());
      if (!failure.isEmpty()) {
        session.say("warning: --notify \"" + notify + "\": " + failure);
      }
    }
    return ExitCode.SUSPECT;
  }

  private static Map<String, Object> json(Backup.Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("snapshot", SnapshotFigures.json(outcome.snapshot()));
    json.put("entries", outcome.entries());
    json.put("unchanged", outcome.unchanged());
    json.put("added", outcome.added());
    return json;
  }

  private void print(Backup.Outcome outcome, Page page) throws IOException {
    Snapshot snapshot = outcome.snapshot();
    page.line(
        "saved snapshot %s of %s UTC: %s"
            .formatted(
                snapshot.id(),
                SnapshotFigures.time(snapshot, ZoneOffset.UTC),
                page.safe(snapshot.source())));
    page.line(
        "  %,d rooms, %,d messages; %,d of %,d entries were known; the store grew by %s"
            .formatted(
                SnapshotFigures.count(snapshot, Kind.ROOM),
                SnapshotFigures.count(snapshot, Kind.MESSAGE),
                outcome.unchanged(),
                outcome.entries(),
                Bytes.format(outcome.added())));
    for (String why : snapshot.suspicions()) {
      page.line("  suspect: " + page.safe(why));
    }
    if (snapshot.suspect()) {
      page.line(
          "  if that is meant to be so: pchat accept %s --store %s"
              .formatted(snapshot.id(), page.safe(where.store)));
    }
  }
}
