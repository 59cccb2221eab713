package org.pchat.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pchat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Frees a store from the lock of somebody who is gone. */
@Command(
    name = "unlock",
    description = "Free a store that a machine which is gone has locked.",
    exitCodeList = {
      "0:done, or it was not locked",
      "2:the command line makes no sense",
      "5:the store cannot be read or written",
      "10:there is no store",
      "11:who holds it is alive"
    },
    footer = {"  pchat unlock --store /backup/chat"})
final class UnlockCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private StoreOptions where;
  @Mixin private OutputOptions output;

  UnlockCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    return session.write(
        output,
        results -> {
          Store store = where.open();
          Optional<String> owner = store.unlock();
          if (results.isJson()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("schema", 1);
            owner.ifPresent(held -> json.put("freedFrom", held));
            results.json(json);
          } else {
            Page page = results.page();
            page.line(
                owner.isEmpty()
                    ? "the store was not locked"
                    : "freed the store from " + page.safe(owner.get()));
          }
          return ExitCode.DONE;
        });
  }
}
