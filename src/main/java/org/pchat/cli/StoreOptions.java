package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.pchat.store.Store;
import picocli.CommandLine.Option;

/** Which store a command is about. */
final class StoreOptions {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      required = true,
      description = "The directory of the store.")
  String store = "";

  Path folder() {
    if (store.isEmpty()) {
      throw new UsageException("--store: the name is empty; is a variable not set?");
    }
    return Path.of(store);
  }

  Store open() throws IOException {
    return Store.open(folder());
  }
}
