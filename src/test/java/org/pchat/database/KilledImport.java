package org.pchat.database;

import java.io.IOException;
import java.nio.file.Path;
import org.pchat.archive.ExportReader;
import org.pchat.model.ReadOptions;

/** Imports until it is killed: {@code java KilledImport EXPORT JDBC-URL}. For a test only. */
final class KilledImport {
  private KilledImport() {}

  @SuppressWarnings("ThreadSleepMillis") // it waits to be killed
  public static void main(String[] args) throws IOException {
    try (var export = ExportReader.open(Path.of(args[0]), ReadOptions.defaults())) {
      // Everything is written but the commit when it stops.
      var stuck =
          new org.pchat.model.Watch() {
            private int calls;

            @Override
            public boolean cancelled() {
              if (++calls == 4_000) {
                System.out.println("stuck");
                System.out.flush();
                sleep();
              }
              return false;
            }

            @Override
            public void read(long bytes) {}
          };
      new ImportJob(
              DatabaseAddress.parse(args[1]),
              org.pchat.model.Login.NONE,
              ImportRules.DEFAULT,
              stuck)
          .run(export);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
    }
  }
}
