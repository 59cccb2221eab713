package org.pchat.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pchat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes an empty store. */
@Command(
    name = "init",
    description = "Make an empty store for snapshots.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense",
      "5:the directory cannot be made or written",
      "6:there is a store already, or something else"
    },
    footer = {"  pchat init --store /backup/chat"})
final class InitCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private StoreOptions where;
  @Mixin private OutputOptions output;

  InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    return session.write(
        output,
        results -> {
          Store store = Store.init(where.folder());
          if (results.isJson()) {
            Map<String, Object> made = new LinkedHashMap<>();
            made.put("schema", 1);
            made.put("store", store.folder().toString());
            results.json(made);
          } else {
            results.page().line("made an empty store: " + results.page().safe(where.store));
          }
          return ExitCode.DONE;
        });
  }
}
