package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.Tools;

/** The README tells the truth: its examples print what it shows, its links lead somewhere. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir Path folder;

  /** An example: what is typed behind {@code $ ./pchat}, and what is shown below. */
  record Example(String typed, String shown) {}

  private static String readme() throws IOException {
    return Files.readString(README);
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String block : CONSOLE.matcher(readme()).results().map(r -> r.group(1)).toList()) {
      for (String example : block.split("(?m)^\\$ \\./pchat ", -1)) {
        int end = example.indexOf('\n');
        if (end > 0) {
          examples.add(new Example(example.substring(0, end), example.substring(end + 1)));
        }
      }
    }
    return examples;
  }

  @Test
  void the_two_commands_stand_alone() throws IOException {
    assertThat(readme().lines().toList())
        .containsOnlyOnce("./pchat info samples/contoso-monday.zip")
        .containsOnlyOnce("mvn -B verify");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examples_print_what_is_shown(Example example) throws Exception {
    int pipe = example.typed().indexOf(" | ");
    String printed =
        pipe < 0
            ? onTerminal(words(example.typed()))
            : piped(words(example.typed().substring(0, pipe)), example.typed().substring(pipe + 3));
    assertThat(printed).as("README.md: $ ./pchat " + example.typed()).isEqualTo(example.shown());
  }

  @Test
  void every_link_leads_somewhere() throws IOException {
    assertThat(LINK.matcher(readme()).results().map(link -> Path.of(link.group(1))))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(path).exists());
  }

  private List<String> words(String typed) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(typed);
    for (MatchResult word : matcher.results().toList()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      boolean isOutput = !words.isEmpty() && words.get(words.size() - 1).equals("-o");
      words.add(isOutput ? folder.resolve(text).toString() : text);
    }
    return words;
  }

  /** Runs an example on a terminal of 80 columns, both streams into one as a reader sees them. */
  private static String onTerminal(List<String> words) {
    var both = new ByteArrayOutputStream();
    var terminal = new Terminal(both, both, true, true, 80, Map.of("NO_COLOR", "1"));
    Main.run(words.toArray(String[]::new), terminal, new AtomicBoolean());
    return both.toString(StandardCharsets.UTF_8);
  }

  private String piped(List<String> words, String next) throws Exception {
    Tools.require("jq");
    Run run = Run.pchat(words.toArray(String[]::new));
    Path input = Files.writeString(folder.resolve("input"), run.out());
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder("sh", "-c", "export LC_ALL=C.UTF-8; " + next)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readString(output);
  }
}
