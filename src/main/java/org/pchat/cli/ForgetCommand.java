package org.pchat.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.keep.Decision;
import org.pchat.keep.Policy;
import org.pchat.problem.Problem;
import org.pchat.store.Forgetting;
import org.pchat.store.Removal;
import org.pchat.store.Snapshot;
import org.pchat.store.SnapshotName;
import org.pchat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes snapshots that a policy does not keep. */
@Command(
    name = "forget",
    description = "Remove snapshots by a policy; only shown until --execute.",
    exitCodeList = {
      "0:done, or shown",
      "2:the command line makes no sense",
      "3:forgotten, but the disk is too full to free all of their room yet",
      "4:the store is damaged; nothing was removed",
      "5:the store cannot be read or written",
      "6:nothing would be left",
      "10:there is no store, or no such snapshot",
      "11:somebody else writes to the store"
    },
    footer = {
      "  pchat forget --store /backup/chat --keep-daily 14 --keep-weekly 8 --keep-monthly 24",
      "  pchat forget --store /backup/chat --keep-daily 14 --keep-monthly 24 --execute",
      "  pchat forget 3f9a0c11 --store /backup/chat --execute"
    })
final class ForgetCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Forget just these snapshots, without a policy.")
  private List<String> ids = new ArrayList<>();

  @Mixin private StoreOptions where;
  @Mixin private KeepOptions keep;

  @Option(names = "--execute", description = "Do it; without this it is only shown.")
  private boolean execute;

  @Mixin private OutputOptions output;

  ForgetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Policy policy = keep.policy();
    if (policy.isEmpty() && ids.isEmpty()) {
      throw new UsageException("say what to keep, such as --keep-daily 14, or what to forget");
    }
    if (!policy.isEmpty() && !ids.isEmpty()) {
      throw new UsageException("either name snapshots or give a policy, not both");
    }
    return session.write(
        output,
        results -> {
          Store store = where.open();
          Set<String> named = new HashSet<>();
          for (String id : ids) {
            named.add(new SnapshotName(store.folder(), id).find(store).id());
          }
          return run(store, policy, named, results);
        });
  }

  private ExitCode run(Store store, Policy policy, Set<String> named, Results results)
      throws IOException {
    List<Problem> damaged = new ArrayList<>();
    List<Snapshot> snapshots = store.snapshots(damaged);
    damaged.forEach(problem -> session.say("error: " + problem));
    Instant now = Instant.now();
    List<Decision> decisions = decide(snapshots, policy, named, now);
    Removal.Outcome outcome = null;
    if (execute) {
      outcome =
          Removal.run(
              store, all -> Forgetting.forgotten(decide(all, policy, named, now)), session.watch());
    }
    if (results.isJson()) {
      results.json(json(decisions, outcome));
    } else {
      print(decisions, snapshots, results.page());
      print(outcome, results.page());
    }
    return outcome != null && !outcome.failure().isEmpty() ? ExitCode.PARTIAL : ExitCode.DONE;
  }

  private List<Decision> decide(
      List<Snapshot> snapshots, Policy policy, Set<String> named, Instant now) {
    return policy.isEmpty()
        ? Forgetting.decide(snapshots, named)
        : Forgetting.decide(snapshots, policy, now, output.displayZone());
  }

  private Map<String, Object> json(List<Decision> decisions, Removal.@Nullable Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("executed", outcome != null);
    List<Map<String, Object>> all = new ArrayList<>();
    for (Decision decision : decisions) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", decision.snapshot().id());
      one.put("time", decision.snapshot().time().toString());
      one.put("kept", decision.isKept());
      one.put("reasons", decision.reasons());
      all.add(one);
    }
    json.put("snapshots", all);
    if (outcome != null) {
      json.put("removed", outcome.removed());
      json.put("freed", outcome.freed());
      json.put("unused", outcome.unused());
    }
    return json;
  }

  private void print(List<Decision> decisions, List<Snapshot> snapshots, Page page)
      throws IOException {
    Map<String, Snapshot> byId =
        snapshots.stream().collect(Collectors.toMap(Snapshot::id, snapshot -> snapshot));
    var table =
        new Table(
            page,
            Table.Column.text("id"),
            Table.Column.text("time (" + output.displayZone() + ")"),
            Table.Column.text("becomes"),
            Table.Column.text("reasons"));
    for (Decision decision : decisions) {
      Snapshot snapshot = byId.get(decision.snapshot().id());
      table.row(
          decision.snapshot().id(),
          snapshot == null ? "" : SnapshotFigures.time(snapshot, output.displayZone()),
          decision.isKept() ? "kept" : "forgotten",
          String.join(", ", decision.reasons()));
    }
    table.end();
  }

  private void print(Removal.@Nullable Outcome outcome, Page page) throws IOException {
    if (outcome == null) {
      page.line("nothing was removed; --execute does it");
      return;
    }
    page.line(
        "removed %,d snapshots; the store shrank by %s"
            .formatted(outcome.removed(), Bytes.format(Math.max(0, outcome.freed()))));
    if (!outcome.failure().isEmpty()) {
      page.line(
          page.safe(
              "%s more will be freed by the next run, when there is room to write: %s"
                  .formatted(Bytes.format(outcome.unused()), outcome.failure())));
    }
  }
}
