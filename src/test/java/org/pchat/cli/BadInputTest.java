package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
            "none of its 1 files is XML"));
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
  void a_device_has_no_size() {
    Run run = Run.pchat("size", "/dev/null");
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("neither a file nor a directory").hasLineCount(1);
  }
}
