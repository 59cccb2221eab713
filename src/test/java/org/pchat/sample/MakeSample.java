package org.pchat.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.pchat.archive.ExportWriter;
import org.pchat.fixture.MadeSource;
import org.pchat.model.ChatSource;

/**
 * Makes samples: {@code --size contoso|small|bench:messages=N,rooms=N,principals=N,permissions=N},
 * {@code --day monday|tuesday}, {@code --seed N}, {@code -o FILE}, and {@code --script FILE} for
 * the edits between the two days. Existing files are replaced.
 */
public final class MakeSample {
  private MakeSample() {}

  /** Makes what {@code args} ask for. */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = options(args);
    SampleSize size = SampleSize.parse(options.getOrDefault("--size", "contoso"));
    if (options.containsKey("--seed")) {
      size = size.withSeed(Long.parseLong(options.get("--seed")));
    }
    SamplePool monday = SamplePool.of(size);
    if (options.containsKey("--script")) {
      String script = EditScript.json(monday, ContosoEdits.of(monday));
      Files.writeString(Path.of(options.get("--script")), script, UTF_8);
    }
    if (options.containsKey("-o")) {
      ChatSource source = day(monday, options.getOrDefault("--day", "monday"));
      ExportWriter.write(source, Path.of(options.get("-o")), true);
    }
  }

  private static Map<String, String> options(String[] args) {
    if (args.length % 2 != 0) {
      throw new IllegalArgumentException("every option wants a value");
    }
    var options = new HashMap<String, String>();
    for (int i = 0; i < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    return options;
  }

  private static MadeSource day(SamplePool monday, String day) {
    return switch (day) {
      case "monday" -> monday;
      case "tuesday" -> ContosoEdits.of(monday).source();
      default -> throw new IllegalArgumentException("--day: monday or tuesday, not " + day);
    };
  }
}
