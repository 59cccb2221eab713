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
 * {@code --day monday|tuesday|scattered:ROOMS:MESSAGES}, {@code --rooms many|one}, {@code --seed
 * N}, {@code -o FILE}, and {@code --script FILE} for the edits between the two days. Existing files
 * are replaced.
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
      boolean one = options.getOrDefault("--rooms", "many").equals("one");
      ChatSource source = day(monday, one, options.getOrDefault("--day", "monday"));
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

  private static MadeSource day(SamplePool monday, boolean one, String day) {
    MadeSource before = one ? new OneRoom(monday) : monday;
    if (day.startsWith("scattered:")) {
      return ScatteredEdits.parse(day, before);
    }
    return switch (day) {
      case "monday" -> before;
      case "tuesday" -> ContosoEdits.of(monday).source();
      default ->
          throw new IllegalArgumentException(
              "--day: monday, tuesday or scattered:ROOMS:MESSAGES, not " + day);
    };
  }
}
