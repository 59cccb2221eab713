package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Problem;
import org.pchat.store.RoomSearch;
import org.pchat.store.Snapshot;
import org.pchat.store.SnapshotCopy;
import org.pchat.store.SnapshotName;
import org.pchat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a snapshot as the export that it was, or brings back a room of it. */
@Command(
    name = "restore",
    description = "Write a snapshot as the export it was, or bring back a room.",
    exitCodeList = {
      "0:done; with --room: and the rehearsal is clean",
      "1:with --room: no snapshot has more of it, or the rehearsal is not clean",
      "2:the command line makes no sense",
      "3:done, but records were passed over; stderr names them (--canonical, --room)",
      "4:the store is damaged where it is needed; nothing was written",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "10:there is no store, or no such snapshot"
    },
    footer = {
      "  pchat restore latest --store /backup/chat -o pool.zip",
      "  pchat restore 2026-05-03 --store /backup/chat -o pool.zip",
      "  pchat restore --room \"FX Desk\" --store /backup/chat -o back.zip",
      "  pchat restore --room \"FX Desk\" --onto now.zip --store /backup/chat -o back.zip"
    })
final class RestoreCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description =
          "The snapshot: an id, latest, latest~N, or a date (with --room, default: the last that has it).")
  private @Nullable String id;

  @Mixin private StoreOptions where;

  @Option(
      names = "--room",
      paramLabel = "ROOM",
      description =
          "Bring back this room, by name or GUID: find the last snapshot that has it, make a package, rehearse it.")
  private @Nullable String room;

  @Option(
      names = "--onto",
      paramLabel = "SOURCE",
      description = "With --room: the pool as it is now (default: the latest snapshot).")
  private @Nullable String onto;

  @Option(
      names = "--canonical",
      description = "Write it in the layout pchat-1, whatever layout the source had.")
  private boolean canonical;

  @Mixin private OutputOptions output;

  RestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path target = output.result.target("the export");
    Store store = where.open();
    if (room != null) {
      if (canonical) {
        throw new UsageException("--canonical goes with a whole snapshot, not with --room");
      }
      return room(room, store, target);
    }
    if (id == null) {
      throw new UsageException("say which snapshot; pchat snapshots lists them");
    }
    if (onto != null) {
      throw new UsageException("--onto goes with --room");
    }
    Snapshot snapshot = new SnapshotName(store.folder(), id).find(store);
    String source = where.store + "@" + snapshot.id();
    session.protect(List.of(source), output);
    if (canonical) {
      return session.run(words("export", source, "-o", target.toString()));
    }
    return session.answer(output, results -> copy(store, snapshot, target, results));
  }

  private ExitCode copy(Store store, Snapshot snapshot, Path target, Results results)
      throws IOException {
    var name = new SnapshotName(store.folder(), snapshot.id());
    int entries =
        session.watched(
            snapshot.bytes(),
            output,
            watch -> SnapshotCopy.write(name, target, output.result.force, watch));
    if (results.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("schema", 1);
      json.put("file", target.toString());
      json.put("snapshot", SnapshotFigures.json(snapshot));
      json.put("entries", entries);
      results.json(json);
    } else {
      Page page = results.page();
      page.line(
          "wrote %s: %,d entries of snapshot %s, byte for byte"
              .formatted(page.safe(target.toString()), entries, snapshot.id()));
    }
    return ExitCode.DONE;
  }

  /** Goes all the way: which snapshot, the package, its rehearsal. */
  private int room(String wanted, Store store, Path target) throws IOException {
    String living = onto == null ? where.store + "@latest" : onto;
    List<Problem> passedOver = new ArrayList<>();
    Optional<RoomSearch.Hit> hit =
        id == null
            ? RoomSearch.last(store, wanted, onto == null, session.watch(), passedOver)
            : Optional.empty();
    passedOver.forEach(problem -> session.say("warning: not searched: " + problem));
    if (id == null && hit.isEmpty()) {
      session.say("no snapshot of the store has a room \"" + wanted + "\"");
      return ExitCode.NO.number();
    }
    String from = where.store + "@" + hit.map(found -> found.snapshot().id()).orElse(id);
    String pattern = hit.map(found -> found.room().guid().toString()).orElse(wanted);
    tell(store, hit.orElse(null));
    int packed =
        session.run(
            words(
                "package",
                "--from",
                from,
                "--missing-in",
                living,
                "--room",
                pattern,
                "-o",
                target.toString()));
    boolean made = packed == ExitCode.DONE.number() || packed == ExitCode.PARTIAL.number();
    if (!made) {
      return packed;
    }
    int rehearsed = session.run(printed("rehearse", target.toString(), "--onto", living));
    return rehearsed == ExitCode.DONE.number() ? packed : rehearsed;
  }

  private void tell(Store store, RoomSearch.@Nullable Hit hit) throws IOException {
    if (hit != null) {
      session.say(
          "the last snapshot that has it is %s of %s UTC, with %,d messages"
              .formatted(
                  hit.snapshot().id(),
                  SnapshotFigures.time(hit.snapshot(), ZoneOffset.UTC),
                  hit.messages()));
    }
    if (onto == null) {
      Snapshot latest = new SnapshotName(store.folder(), "latest").find(store);
      Duration age = Duration.between(latest.time(), Instant.now());
      session.say(
          "the pool is taken to be as in the latest snapshot, which is %,d h %d min old; --onto names a newer state"
              .formatted(age.toHours(), age.toMinutesPart()));
    }
  }

  private List<String> words(String... words) {
    List<String> all = printed(words);
    if (output.result.force) {
      all.add("--force");
    }
    return all;
  }

  /** Returns the words of another command that prints as this one was asked to. */
  private List<String> printed(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (output.json) {
      all.add("--json");
    }
    if (output.quiet) {
      all.add("--quiet");
    }
    if (output.noProgress) {
      all.add("--no-progress");
    }
    return all;
  }
}
