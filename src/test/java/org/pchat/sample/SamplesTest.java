package org.pchat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;
import org.pchat.zip.Limits;

/** The committed samples against their maker; how they are packed may differ between zlibs. */
class SamplesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"monday", "tuesday"})
  void are_what_the_maker_makes(String day) throws IOException {
    Path committed = Path.of("samples", "contoso-" + day + ".zip");
    Path made = folder.resolve("made.zip");
    MakeSample.main(new String[] {"--day", day, "-o", made.toString()});
    assertThat(entries(made)).isEqualTo(entries(committed));
    assertThat(Files.size(committed)).isBetween(120_000L, 250_000L);
  }

  private static Map<String, String> entries(Path zip) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (Container container =
        Container.open(zip, Limits.defaults(), ProblemLog.strict(), Watch.NONE)) {
      for (Entry entry : container.entries()) {
        try (InputStream in = container.open(entry)) {
          entries.put(entry.name(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return entries;
  }
}
