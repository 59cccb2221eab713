package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.Pools;
import org.pchat.fixture.TextCorpus;

/** Names and texts from archives reach a terminal inert and a pipe unchanged. */
class TerminalSafetyTest {
  private static final String OWN_STYLES = "\u001b\\[(0|1|2|31|33)m";

  @TempDir Path folder;

  private List<String> strings;
  private Path texts;
  private Path names;

  @BeforeEach
  void two_exports_full_of_them() throws IOException {
    strings = TextCorpus.strings();
    texts = Pools.write(folder.resolve("texts.zip"), List.of("Desk"), strings);
    names = Pools.write(folder.resolve("names.zip"), strings, List.of("hello"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"never", "always"})
  void a_terminal_gets_nothing_that_it_could_obey(String color) {
    for (String[] words :
        List.of(
            new String[] {"show", texts.toString()},
            new String[] {"show", names.toString()},
            new String[] {"show", "--json", texts.toString()},
            new String[] {"list", "rooms", names.toString()},
            new String[] {"list", "rooms", "--json", names.toString()},
            new String[] {"stats", names.toString()})) {
      List<String> args = new ArrayList<>(List.of(words));
      args.addAll(List.of("--color", color));
      Run run = Run.onTerminal(args.toArray(String[]::new));
      assertThat(run.exit()).isZero();
      assertInert(run.out().replaceAll(OWN_STYLES, ""));
      assertInert(run.err());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--details", "--csv", "--json"})
  void a_comparison_gives_it_nothing_either(String how) {
    for (String before : List.of(texts.toString(), names.toString())) {
      String after = before.equals(texts.toString()) ? names.toString() : texts.toString();
      Run run = Run.onTerminal("diff", before, after, how, "--color", "never", "--match", "guid");
      assertThat(run.exit()).isEqualTo(1);
      assertInert(run.out().replace("\r\n", "\n"));
      assertInert(run.err());
    }
  }

  @Test
  void hostile_names_in_error_messages_are_inert_too() {
    Run run = Run.onTerminal("show", names.toString(), "--room", "\u001b[2J\u202e");
    assertThat(run.exit()).isEqualTo(2);
    assertInert(run.err());
  }

  private static void assertInert(String out) {
    out.codePoints()
        .filter(c -> c != '\n' && c != '\t')
        .forEach(c -> assertThat(isActive(c)).as("U+%04X in terminal output", c).isFalse());
  }

  private static boolean isActive(int c) {
    return c < 0x20
        || (c >= 0x7F && c <= 0x9F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x2028
        || c == 0x2029
        || (c >= 0xD800 && c <= 0xDFFF);
  }

  @Test
  void a_pipe_gets_every_text_unchanged() {
    String shown = Run.pchat("show", texts.toString()).out();
    assertThat(strings)
        .allSatisfy(text -> assertThat(shown).contains("  " + encodable(text) + "\n"));
  }

  @Test
  void a_pipe_gets_every_name_unchanged() {
    String listed = Run.pchat("list", "rooms", names.toString()).out();
    String shown = Run.pchat("show", names.toString()).out();
    assertThat(strings).allSatisfy(name -> assertThat(listed).contains(encodable(name)));
    assertThat(strings)
        .allSatisfy(name -> assertThat(shown).contains(encodable(name) + "  (Trading)\n"));
  }

  @Test
  void json_gives_every_text_back_exactly() throws IOException {
    List<String> read = new ArrayList<>();
    for (String line : Run.pchat("show", "--json", texts.toString()).out().lines().toList()) {
      JsonNode message = new ObjectMapper().readTree(line);
      read.add(message.get("text").asText());
    }
    assertThat(read).isEqualTo(strings);
  }

  /** Lone surrogates have no UTF-8; everything else has. */
  private static String encodable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
