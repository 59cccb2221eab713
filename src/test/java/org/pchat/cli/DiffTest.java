package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.archive.ExportWriter;
import org.pchat.diff.EditedPair;
import org.pchat.fixture.Golden;

/** The command as its users meet it. */
class DiffTest {
  private static final Path MONDAY = Path.of("samples/contoso-monday.zip");
  private static final Path TUESDAY = Path.of("samples/contoso-tuesday.zip");
  private static final String BOOT = "Messages/039a6b38-5cfa-4884-a044-9cc6109d9df8.xml";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static Run diff(Object... words) {
    List<String> all = new ArrayList<>(List.of("diff"));
    List.of(words).forEach(word -> all.add(word.toString()));
    return Run.pchat(all.toArray(String[]::new));
  }

  private static JsonNode json(Run run) throws IOException {
    return JSON.readTree(run.out().lines().findFirst().orElseThrow());
  }

  @Test
  void the_samples_as_text() throws IOException {
    Run run = diff(MONDAY, TUESDAY);
    assertThat(run.exit()).isEqualTo(1);
    Golden.check("pipe/diff.txt", run.out());
    Golden.check("terminal/diff.txt", Run.onTerminal("diff", "" + MONDAY, "" + TUESDAY).out());
    Golden.check("pipe/diff-details.txt", diff(MONDAY, TUESDAY, "--details", "--top", "0").out());
    Golden.check("pipe/diff.csv", diff(MONDAY, TUESDAY, "--csv").out());
    Golden.check("pipe/diff.json", diff(MONDAY, TUESDAY, "--json").out());
  }

  @Test
  void equal_exports_are_identical() {
    for (List<String> how :
        List.of(List.<String>of(), List.of("--thorough"), List.of("--strict"))) {
      List<Object> words = new ArrayList<>(List.of(MONDAY, MONDAY));
      words.addAll(how);
      Run run = diff(words.toArray());
      assertThat(run.exit()).isZero();
      assertThat(run.out()).startsWith("identical\n");
    }
  }

  @Test
  void a_part_is_compared_by_its_name_in_either_source() {
    assertThat(diff(MONDAY, TUESDAY, "--room", "Boot 2004-2006").out())
        .contains("room-deleted")
        .doesNotContain("cleared");
    assertThat(diff(MONDAY, TUESDAY, "--room", "Release party*").out()).contains("room-created");
    assertThat(diff(MONDAY, TUESDAY, "--room", "Sound 2004*").exit()).isEqualTo(2);
    Run nowhere = diff(MONDAY, TUESDAY, "--room", "no such room");
    assertThat(nowhere.exit()).isEqualTo(2);
    assertThat(nowhere.err()).contains("no room matches \"no such room\"");
    Run none = diff(MONDAY, TUESDAY, "--room", "Disks 2007-2009");
    assertThat(none.out()).startsWith("identical");
  }

  @Test
  void words_that_make_no_sense_are_refused() {
    assertThat(diff(MONDAY, TUESDAY, "--ignore", "guid").err())
        .contains("no field that may differ");
    assertThat(diff(MONDAY, TUESDAY, "--kind", "people").exit()).isEqualTo(2);
    assertThat(diff(MONDAY, TUESDAY, "--json", "--csv").exit()).isEqualTo(2);
    assertThat(diff(MONDAY, TUESDAY, "--match", "luck").exit()).isEqualTo(2);
    assertThat(diff(MONDAY, "nowhere.zip").exit()).isEqualTo(5);
    assertThat(diff(MONDAY, "README.md").exit()).isEqualTo(4);
  }

  /** Writes Monday with one entry edited; null takes the entry away. */
  private Path edited(String name, UnaryOperator<String> edit) throws IOException {
    List<Zips.Part> parts = new ArrayList<>();
    try (var zip = new ZipFile(MONDAY.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String content =
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        String now = entry.getName().equals(name) ? edit.apply(content) : content;
        if (now != null) {
          parts.add(Zips.part(entry.getName(), now));
        }
      }
    }
    return Zips.write(folder.resolve("edited.zip"), parts);
  }

  private static void assertMessages(Run run, long removed, long unknown) throws IOException {
    JsonNode messages = json(run).at("/summary/messages");
    assertThat(messages.get("removed").asLong()).isEqualTo(removed);
    assertThat(messages.get("unknown").asLong()).isEqualTo(unknown);
    assertThat(messages.get("added").asLong()).isZero();
  }

  @Test
  void behind_a_cut_messages_are_unknown_and_before_it_they_are_gone() throws IOException {
    Path cut =
        edited(
            BOOT,
            xml ->
                xml.lines()
                        .filter(line -> !line.startsWith("<Message id=\"5\""))
                        .limit(12)
                        .reduce("", (a, b) -> a + b + "\n")
                    + "<Message id=");
    Run run = diff(MONDAY, cut, "--json");
    assertThat(run.exit()).isEqualTo(4);
    long all = MessageCount.of(MONDAY, "Boot 2013-2019");
    assertMessages(run, 1, all - 11);
    assertThat(json(run).at("/acts/damaged").asLong()).isEqualTo(all - 11);
    Run mirrored = diff(cut, MONDAY, "--json");
    assertThat(json(mirrored).at("/summary/messages/unknown").asLong()).isEqualTo(all - 11);
    assertThat(json(mirrored).at("/acts/restored").asLong()).isEqualTo(1);
  }

  @Test
  void a_missing_entry_is_unknown() throws IOException {
    Run run = diff(MONDAY, edited(BOOT, xml -> null), "--json");
    assertThat(run.exit()).isEqualTo(3);
    assertMessages(run, 0, MessageCount.of(MONDAY, "Boot 2013-2019"));
    assertThat(json(run).get("verdict").asText()).isEqualTo("identical");
  }

  @Test
  void a_record_that_cannot_be_read_is_unknown_and_its_neighbours_are_not() throws IOException {
    Path bad =
        edited(BOOT, xml -> xml.replaceFirst("(<Message id=\"12\" sent=)\"[^\"]*\"", "$1\"soon\""));
    Run run = diff(MONDAY, bad, "--json");
    assertThat(run.exit()).isEqualTo(3);
    assertMessages(run, 0, 1);
  }

  @Test
  void what_is_there_counts_and_not_what_the_manifest_states() throws IOException {
    Path fewer = edited(BOOT, xml -> xml.replaceFirst("<Message id=\"12\".*\n", ""));
    Run run = diff(MONDAY, fewer, "--json");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("EXP-023");
    assertMessages(run, 1, 0);
  }

  @Test
  void rooms_behind_a_cut_are_unknown_with_all_that_is_theirs() throws IOException {
    Path cut = edited("Rooms.xml", xml -> xml.substring(0, xml.length() / 2));
    Run run = diff(MONDAY, cut, "--json");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(json(run).get("verdict").asText()).isEqualTo("identical");
    assertThat(json(run).at("/summary/rooms/unknown").asLong()).isBetween(10L, 30L);
  }

  @Test
  void other_bytes_of_the_same_content_are_told_on_request() throws IOException {
    Path spelled = edited(BOOT, xml -> xml.replace("<Message id=\"5\" ", "<Message  id=\"5\" "));
    assertThat(diff(MONDAY, spelled).exit()).isZero();
    Run strict = diff(MONDAY, spelled, "--strict", "--json");
    assertThat(strict.exit()).isEqualTo(1);
    assertThat(json(strict).at("/summary/messages/respelled").asLong()).isEqualTo(1);
  }

  @Test
  void records_in_disorder_are_sorted_first() throws IOException {
    Path disorder =
        edited(
            BOOT,
            xml ->
                xml.replaceFirst("(?s)(<Message id=\"5\".*?\n)(<Message id=\"12\".*?\n)", "$2$1"));
    Run run = diff(MONDAY, disorder);
    assertThat(run.err()).contains("EXP-014");
    assertThat(run.out()).startsWith("identical");
    assertThat(run.exit()).isZero();
    Run strict = diff(MONDAY, disorder, "--strict");
    assertThat(strict.err()).contains("DIF-003").doesNotContain("contoso-monday.zip: DIF-003");
  }

  @Test
  void without_a_common_guid_names_are_proposed() throws IOException {
    Path other =
        edited(
            "Rooms.xml", xml -> xml.replaceAll("<Room guid=\"........", "<Room guid=\"00000000"));
    assertThat(diff(MONDAY, other).err()).contains("--match name");
  }

  @Test
  void of_one_author_only_that_one_loses_access() {
    assertThat(diff(MONDAY, TUESDAY, "--author", "ben.peters@contoso.com").out())
        .contains("lost access: Ben Peters\n")
        .doesNotContain("Turner");
  }

  @Test
  void access_is_lost_also_to_a_room_that_is_spelled_otherwise() throws IOException {
    Run run =
        diff(
            MONDAY,
            TUESDAY,
            "--room=\"Printing 2010-2012\" <archive>",
            "--ignore=purgedOn",
            "--strict",
            "--json");
    JsonNode room = json(run).get("rooms").get(0);
    assertThat(room.get("change").asText()).isEqualTo("respelled");
    assertThat(room.at("/access/lost").asLong()).isEqualTo(1);
  }

  @Test
  void options_that_contradict_each_other_are_refused() {
    assertThat(diff(MONDAY, TUESDAY, "--csv", "--format", "html").exit()).isEqualTo(2);
    assertThat(diff(MONDAY, TUESDAY, "--top", "-1").exit()).isEqualTo(2);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void applying_the_details_to_the_first_gives_the_second(long seed) throws IOException {
    EditedPair pair = EditedPair.with(seed);
    Path before = folder.resolve("before.zip");
    Path after = folder.resolve("after.zip");
    ExportWriter.write(pair.before(), before, true);
    ExportWriter.write(pair.after(), after, true);
    Run run = diff(before, after, "--json", "--details", "--match", "guid");
    assertThat(run.exit()).isEqualTo(pair.script().isEmpty() ? 0 : 1);
    var patched = new Patched(pair.before());
    run.out().lines().skip(1).forEach(patched::apply);
    assertThat(patched.records()).isEqualTo(new Patched(pair.after()).records());
  }

  @Test
  void a_file_is_complete_or_not_there(@TempDir Path target) throws IOException {
    Path report = target.resolve("diff.csv");
    assertThat(diff(MONDAY, TUESDAY, "--csv", "-o", report).exit()).isEqualTo(1);
    assertThat(Files.readString(report)).startsWith("\"kind\",\"change\"").endsWith("\r\n");
    assertThat(diff(MONDAY, TUESDAY, "-o", MONDAY, "--force").exit()).isEqualTo(6);
  }
}
