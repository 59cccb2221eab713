package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.Pools;

/**
 * What users give by mistake, and what others give on purpose: one sentence, the right exit code,
 * no stack trace.
 */
class BadInputTest {
  @TempDir Path folder;

  private Path good;

  @BeforeEach
  void a_good_export() throws IOException {
    good = Pools.write(folder.resolve("good.zip"), List.of("Desk"), List.of("hello"));
  }

  private Run info(Path file) {
    Run run = Run.pchat("info", file.toString());
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("pchat: ")
        .doesNotContain("Exception", "\tat ");
    return run;
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void a_missing_file() {
    Run run = info(folder.resolve("nowhere.zip"));
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("nowhere.zip").contains("no such file");
  }

  @Test
  void an_empty_file() throws IOException {
    Run run = info(file("empty.zip", new byte[0]));
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("empty");
  }

  @Test
  void a_directory_that_is_no_export() throws IOException {
    Run run = info(Files.createDirectory(folder.resolve("photos")));
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("photos").contains("no Persistent Chat export");
  }

  @Test
  void a_file_that_is_no_zip() throws IOException {
    Run run =
        info(
            file("letter.zip", "Dear Sirs, please find attached".getBytes(StandardCharsets.UTF_8)));
    assertThat(run.exit()).isEqualTo(4);
  }

  @Test
  void a_sql_backup_is_recognised() throws IOException {
    byte[] head = new byte[2_000];
    System.arraycopy("TAPE".getBytes(StandardCharsets.US_ASCII), 0, head, 0, 4);
    Run run = info(file("mgc.bak", head));
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("backup");
  }

  @Test
  void a_truncated_export() throws IOException {
    byte[] bytes = Files.readAllBytes(good);
    Run run = info(file("cut.zip", Arrays.copyOf(bytes, bytes.length / 2)));
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("its end is missing");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void hostile_archives(String name, List<Zips.Part> parts, String expected) throws IOException {
    Run run = info(Zips.write(folder.resolve("hostile.zip"), parts));
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).containsIgnoringCase(expected);
  }

  static Stream<Arguments> hostile() {
    String canonical = "<Rooms xmlns=\"urn:pchat:export:1\">";
    String laughs =
        "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + canonical
            + "&b;</Rooms>";
    String external =
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + canonical + "&x;</Rooms>";
    return Stream.of(
        Arguments.of(
            "a name that climbs",
            List.of(Zips.part("../Rooms.xml", canonical + "</Rooms>")),
            "../Rooms.xml"),
        Arguments.of("an external entity", List.of(Zips.part("Rooms.xml", external)), "DOCTYPE"),
        Arguments.of("a billion laughs", List.of(Zips.part("Rooms.xml", laughs)), "DOCTYPE"),
        Arguments.of(
            "a Word document",
            List.of(
                Zips.part("[Content_Types].xml", "<Types/>"),
                Zips.part("word/document.xml", "<w/>")),
            "Word document"),
        Arguments.of(
            "an archive of pictures",
            List.of(Zips.part("cat.png", "PNG")),
            "none of its 1 entries is XML"));
  }

  @Test
  void an_encrypted_export() throws IOException {
    byte[] bytes = Files.readAllBytes(good);
    Zips.setEncryptedFlag(bytes);
    Run run = info(file("secret.zip", bytes));
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).containsIgnoringCase("encrypted");
  }

  @Test
  void a_bomb_is_refused_and_the_option_that_lifts_the_limit_is_named() throws IOException {
    Path file =
        Zips.write(
            folder.resolve("bomb.zip"), List.of(Zips.part("Rooms.xml", " ".repeat(2_000_000))));
    Run run = Run.pchat("info", "--max-unpacked", "1M", file.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("--max-unpacked").hasLineCount(1);
  }

  @Test
  void bad_values_are_named_with_their_place_and_the_rest_is_read() throws IOException {
    String rooms =
        """
        <Rooms xmlns="urn:pchat:export:1">
        <Room guid="00000000-0000-4000-8000-000000000001" category="00000000-0000-4000-8000-000000000002" \
        name="One" description="" disabled="perhaps" behavior="normal" visibility="open"/>
        <Room guid="00000000-0000-4000-8000-000000000003" category="00000000-0000-4000-8000-000000000002" \
        name="Two" description="" disabled="false" behavior="normal" visibility="open" topic="old"/>
        </Rooms>
        """;
    Path file = Zips.write(folder.resolve("bad.zip"), List.of(Zips.part("Rooms.xml", rooms)));
    Run run = Run.pchat("info", "--json", file.toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out())
        .contains("\"rooms\":1")
        .contains("\"code\":\"EXP-011\"", "\"line\":2", "\"entry\":\"Rooms.xml\"", "perhaps")
        .contains("Room/@topic");
    assertThat(run.err())
        .contains("bad.zip: Rooms.xml:2:1")
        .contains("\"perhaps\"")
        .contains("true or false");
  }

  @Test
  void a_damaged_entry_is_named_and_the_others_are_read() throws IOException {
    String open = "<Messages xmlns=\"urn:pchat:export:1\" room=\"";
    String message = "<Message id=\"1\" sent=\"5\"><Text>still here</Text></Message>";
    Path file =
        Zips.write(
            folder.resolve("cut.zip"),
            List.of(
                Zips.part("Messages/" + Pools.guid(1) + ".xml", open + Pools.guid(1) + "\"><Mess"),
                Zips.part(
                    "Messages/" + Pools.guid(2) + ".xml",
                    open + Pools.guid(2) + "\">" + message + "</Messages>")));
    Run text = Run.pchat("show", file.toString());
    assertThat(text.exit()).isEqualTo(4);
    assertThat(text.out()).contains("still here");
    assertThat(text.err())
        .hasLineCount(1)
        .contains("fatal: ", "cut.zip", Pools.guid(1) + ".xml:1:");
    Run json = Run.pchat("info", "--json", file.toString());
    assertThat(json.exit()).isEqualTo(4);
    assertThat(json.out()).contains("\"messages\":1", "\"severity\":\"fatal\"");
    assertThat(json.err().lines().reduce((a, b) -> b).orElseThrow())
        .startsWith("{\"type\":\"error\",\"code\":\"XML-");
    Path output = folder.resolve("partial.txt");
    assertThat(Run.pchat("show", file.toString(), "-o", output.toString()).exit()).isEqualTo(4);
    assertThat(output).doesNotExist();
  }

  @Test
  void a_message_that_stands_twice_is_reported() throws IOException {
    String message = "<Message id=\"1\" sent=\"5\"><Text>again</Text></Message>";
    Path file =
        Zips.write(
            folder.resolve("twice.zip"),
            List.of(
                Zips.part(
                    "Messages/" + Pools.guid(1) + ".xml",
                    "<Messages xmlns=\"urn:pchat:export:1\" room=\""
                        + Pools.guid(1)
                        + "\">"
                        + message
                        + message
                        + "</Messages>")));
    Run run = Run.pchat("info", file.toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("a second time", Pools.guid(1) + " 1", "[EXP-015]");
  }

  @Test
  void all_faults_of_a_record_are_told_at_once() throws IOException {
    String addIn = "<AddIn guid=\"nonsense\" name=\"n\"/>";
    Path file =
        Zips.write(
            folder.resolve("faults.zip"),
            List.of(
                Zips.part(
                    "AddIns.xml", "<AddIns xmlns=\"urn:pchat:export:1\">" + addIn + "</AddIns>")));
    Run run = Run.pchat("info", file.toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).hasLineCount(2).contains("nonsense", "has no url");
  }

  @Test
  void errors_are_json_for_programs() {
    Run run = Run.pchat("info", "--json", folder.resolve("nowhere.zip").toString());
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err())
        .startsWith("{\"type\":\"error\",\"code\":\"IO\",\"exit\":5,\"message\":")
        .hasLineCount(1);
  }

  @Test
  void debugging_shows_the_stack_trace() {
    Run run = Run.pchat("info", "--debug", folder.resolve("nowhere.zip").toString());
    assertThat(run.err()).contains("\tat ");
  }

  @Test
  void unknown_names_in_options_are_errors_with_the_nearest() {
    Run run = Run.pchat("show", good.toString(), "--room", "Dekk");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Dekk").contains("Desk");
  }

  @Test
  void an_option_that_means_nothing_to_a_list_is_refused() {
    Run run = Run.pchat("list", "rooms", good.toString(), "--since", "2018-06-04");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--since means nothing to list rooms");
  }

  @Test
  void an_unknown_layout_zone_or_size_is_explained() {
    assertThat(Run.pchat("info", good.toString(), "--layout", "pchat-9").err())
        .contains("pchat-9")
        .contains("pchat-1");
    assertThat(Run.pchat("info", good.toString(), "--tz", "Europe/Atlantis").exit()).isEqualTo(2);
    assertThat(Run.pchat("info", good.toString(), "--max-unpacked", "plenty").exit()).isEqualTo(2);
  }

  @Test
  void an_existing_output_is_not_overwritten_without_force() throws IOException {
    Path output = Files.writeString(folder.resolve("out.txt"), "precious");
    Run refused = Run.pchat("info", good.toString(), "-o", output.toString());
    assertThat(refused.exit()).isEqualTo(6);
    assertThat(output).hasContent("precious");
    Run forced = Run.pchat("info", good.toString(), "-o", output.toString(), "--force");
    assertThat(forced.exit()).isZero();
    assertThat(Files.readString(output)).contains("Messages");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("good.zip", "out.txt");
    }
  }

  @Test
  void the_source_is_never_overwritten_not_even_with_force() throws IOException {
    byte[] before = Files.readAllBytes(good);
    Path link = Files.createSymbolicLink(folder.resolve("link.zip"), good);
    for (Path target : List.of(good, link)) {
      for (String verb : List.of("info", "size")) {
        Run run = Run.pchat(verb, good.toString(), "-o", target.toString(), "--force");
        assertThat(run.exit()).isEqualTo(6);
        assertThat(run.err()).contains("the source itself").hasLineCount(1);
      }
    }
    assertThat(good).hasBinaryContent(before);
  }

  @Test
  void what_the_manifest_states_and_the_export_lacks_is_told() throws Exception {
    Path unpacked = folder.resolve("unpacked");
    Process unzip =
        new ProcessBuilder("unzip", "-q", good.toString(), "-d", unpacked.toString()).start();
    assertThat(unzip.waitFor()).isZero();
    Path messages = unpacked.resolve("Messages").resolve(Pools.guid(100) + ".xml");
    String text = Files.readString(messages);
    Files.writeString(messages, text.replaceAll("(?s)<Message .*</Message>", ""));
    Run fewer = Run.pchat("info", unpacked.toString());
    assertThat(fewer.exit()).isEqualTo(3);
    assertThat(fewer.err()).contains("states 1 records, but there are 0").hasLineCount(1);
    Files.delete(messages);
    Run gone = Run.pchat("info", unpacked.toString());
    assertThat(gone.exit()).isEqualTo(3);
    assertThat(gone.err()).contains(Pools.guid(100) + ".xml: the manifest names this entry");
  }

  @Test
  void empty_names_are_usage_errors() {
    assertThat(Run.pchat("info", "").exit()).isEqualTo(2);
    assertThat(Run.pchat("info", good.toString(), "-o", "").exit()).isEqualTo(2);
  }

  @Test
  void a_device_has_no_size() {
    Run run = Run.pchat("size", "/dev/null");
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("neither a file nor a directory").hasLineCount(1);
  }

  @Test
  void names_from_archives_forge_no_line_in_a_log() throws IOException {
    String forged = "Desk\npchat: fatal: all is lost\u001b[31m";
    Path file = Pools.write(folder.resolve("forged.zip"), List.of(forged, "Desk 2"), List.of("x"));
    Run run = Run.pchat("show", file.toString(), "--room", "Desk*");
    assertThat(run.err()).hasLineCount(1).contains("\\npchat").doesNotContain("\u001b");
  }

  @Test
  void an_interval_is_repeated_in_utc() {
    Run run = Run.pchat("show", good.toString(), "--since", "2018-06-04", "--tz", "Europe/Berlin");
    assertThat(run.err()).isEqualTo("pchat: messages from 2018-06-03T22:00:00.0000000Z\n");
  }

  @Test
  void a_variable_that_does_not_fit_is_only_a_default() {
    Run tail = Run.with(Map.of("PCHAT_LIMIT", "3"), "show", good.toString(), "--tail", "1");
    assertThat(tail.exit()).isZero();
    Run list = Run.with(Map.of("PCHAT_ROOM", "Desk"), "list", "principals", good.toString());
    assertThat(list.exit()).isZero();
  }

  @Test
  void errors_are_json_whichever_way_json_was_asked_for() {
    assertThat(Run.pchat("info", "--json=true", "nowhere.zip").err()).startsWith("{");
    assertThat(Run.pchat("info", "--", "--json").err()).startsWith("pchat: ");
  }

  @Test
  void help_that_cannot_be_written_is_an_error() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    int exit =
        Main.run(
            new String[] {"--help"},
            new Terminal(
                new ResultStream(full, "standard output"),
                OutputStream.nullOutputStream(),
                false,
                false,
                80,
                Map.of()),
            new AtomicBoolean());
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void a_failed_run_leaves_no_output() throws IOException {
    Path output = folder.resolve("out.txt");
    Run run = Run.pchat("info", file("empty.zip", new byte[0]).toString(), "-o", output.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(output).doesNotExist();
  }

  @Test
  void a_closed_pipe_is_silence_and_success() {
    var closed =
        new ResultStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            },
            "standard output");
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"show", good.toString()},
            new Terminal(closed, err, false, false, 80, Map.of()),
            new AtomicBoolean());
    assertThat(exit).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void a_full_disk_is_an_error_with_a_reason() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"show", good.toString()},
            new Terminal(
                new ResultStream(full, "standard output"), err, false, false, 80, Map.of()),
            new AtomicBoolean());
    assertThat(exit).isEqualTo(5);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("pchat: standard output: No space left on device\n");
  }

  @Test
  void an_interrupted_run_says_so() {
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"info", good.toString()},
            new Terminal(OutputStream.nullOutputStream(), err, false, false, 80, Map.of()),
            new AtomicBoolean(true));
    assertThat(exit).isEqualTo(130);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("pchat: interrupted\n");
  }

  @Test
  void a_variable_stands_for_an_option_and_the_command_line_wins() {
    assertThat(Run.with(Map.of("PCHAT_JSON", "true"), "info", good.toString()).out())
        .startsWith("{");
    Run zone =
        Run.with(Map.of("PCHAT_TZ", "Europe/Atlantis"), "info", good.toString(), "--tz", "UTC");
    assertThat(zone.exit()).isZero();
  }
}
