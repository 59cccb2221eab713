package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ReadOptions;
import org.pchat.respell.BlindLayouts;
import org.pchat.respell.Respelling;

class BlindLayoutsTest {
  @Test
  void explore() throws IOException {
    Path monday = Path.of("samples/contoso-monday.zip");
    MemorySource source;
    try (Export export = ExportReader.open(monday, ReadOptions.defaults())) {
      source = MemorySource.copyOf(export);
    }
    Path out = Path.of("target/blind");
    Files.createDirectories(out);
    for (Respelling layout : BlindLayouts.all()) {
      Path zip = layout.write(source, out.resolve(layout.name() + ".zip"));
      long start = System.nanoTime();
      Run run = Run.pchat("diff", monday.toString(), zip.toString());
      System.err.println(
          "=== "
              + layout.name()
              + " exit "
              + run.exit()
              + " in "
              + (System.nanoTime() - start) / 1_000_000);
      System.err.println(run.out());
      System.err.println(run.err());
    }
  }
}
