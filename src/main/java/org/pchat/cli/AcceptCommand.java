package org.pchat.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pchat.store.Marking;
import org.pchat.store.Snapshot;
import org.pchat.store.SnapshotName;
import org.pchat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Accepts a suspect snapshot. */
@Command(
    name = "accept",
    description = "Say that what a suspect snapshot lacks is meant to be gone.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense",
      "5:the store cannot be read or written",
      "10:there is no store, or no such snapshot",
      "11:somebody else writes to the store"
    },
    footer = {"  pchat accept latest --store /backup/chat"})
final class AcceptCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", description = "The snapshot: an id, latest, latest~N, or a date.")
  private String id = "";

  @Mixin private StoreOptions where;
  @Mixin private OutputOptions output;

  AcceptCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    return session.write(
        output,
        results -> {
          Store store = where.open();
          Snapshot accepted = Marking.accept(store, new SnapshotName(store.folder(), id));
          if (results.isJson()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("schema", 1);
            json.put("snapshot", SnapshotFigures.json(accepted));
            results.json(json);
          } else {
            results.page().line("accepted snapshot " + accepted.id());
          }
          return ExitCode.DONE;
        });
  }
}
