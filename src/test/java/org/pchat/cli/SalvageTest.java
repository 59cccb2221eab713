package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;
import org.pchat.zip.Limits;

/** Salvage as a user meets it. */
class SalvageTest {
  private static final Path SAMPLE = Path.of("samples/contoso-monday.zip");
  private static final String ROOM = "Messages/039a6b38-5cfa-4884-a044-9cc6109d9df8.xml";
  private static final int MESSAGES = 4_020;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Path saved() {
    return folder.resolve("saved.zip");
  }

  private Run salvage(Path source, String... more) {
    List<String> words = new ArrayList<>(List.of("salvage", source.toString(), "-o"));
    words.add(saved().toString());
    words.addAll(List.of(more));
    return Run.pchat(words.toArray(String[]::new));
  }

  /** Returns the sample with the entry of one room changed. */
  private Path withRoom(UnaryOperator<String> change) throws IOException {
    List<Zips.Part> parts = new ArrayList<>();
    try (var container =
        Container.open(SAMPLE, Limits.defaults(), ProblemLog.strict(), Watch.NONE)) {
      for (Entry entry : container.entries()) {
        try (var in = container.open(entry)) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          boolean room = entry.name().equals(ROOM);
          parts.add(Zips.part(entry.name(), room ? change.apply(text) : text));
        }
      }
    }
    return Zips.write(folder.resolve("changed.zip"), parts);
  }

  private int messages() throws IOException {
    Run info = Run.pchat("info", "--json", saved().toString());
    assertThat(info.exit()).as(info.err()).isZero();
    JsonNode json = JSON.readTree(info.out());
    assertThat(json.get("problems")).isEmpty();
    return json.get("counts").get("messages").asInt();
  }

  @Test
  void nothing_is_lost_of_a_sound_export() throws IOException {
    Run run = salvage(SAMPLE);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Nothing was lost.\nSaved 605 principals, ");
    assertThat(saved()).hasSameBinaryContentAs(SAMPLE);
  }

  @Test
  void a_cut_file_gives_what_is_there_and_names_the_rooms_that_are_not() throws IOException {
    byte[] sample = Files.readAllBytes(SAMPLE);
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(sample, 150_000));
    Run run = salvage(cut, "--json");
    assertThat(run.exit()).isEqualTo(3);
    JsonNode json = JSON.readTree(run.out());
    assertThat(json.get("verdict").asText()).isEqualTo("partial");
    assertThat(json.get("counts").get("messages").asInt()).isEqualTo(messages()).isPositive();
    assertThat(json.get("losses").findValuesAsText("roomName")).contains("Disks 2007-2009");
    JsonNode last = json.get("losses").get(json.get("losses").size() - 1);
    assertThat(last.get("fileFrom").asInt()).isEqualTo(150_000);
  }

  @Test
  void one_flipped_bit_costs_its_entry_unless_doubt_is_welcome() throws IOException {
    byte[] sample = Files.readAllBytes(SAMPLE);
    String local = new String(sample, StandardCharsets.ISO_8859_1);
    sample[local.indexOf(ROOM) + ROOM.length() + 2_000] ^= 1;
    Path flipped = Files.write(folder.resolve("flipped.zip"), sample);
    Run strict = salvage(flipped);
    assertThat(strict.exit()).isEqualTo(3);
    assertThat(strict.out()).contains(ROOM + " (room \"Boot 2013-2019\"), all 21,234 bytes");
    int without = messages();
    Run bold = salvage(flipped, "--keep-doubtful", "--force");
    assertThat(bold.exit()).isEqualTo(3);
    assertThat(messages()).isGreaterThan(without).isLessThanOrEqualTo(MESSAGES);
  }

  @Test
  void cut_xml_gives_its_whole_records() throws IOException {
    Run run = salvage(withRoom(text -> text.substring(0, text.length() / 2)));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("from byte ").contains("after Message 59");
    assertThat(messages()).isBetween(MESSAGES - 100, MESSAGES - 1);
  }

  @Test
  void forbidden_characters_cost_nothing_in_a_layout_that_can_spell_them() throws IOException {
    Run run = salvage(withRoom(text -> text.replace("would model b", "a\u000bb &#xB; c")));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Message 5").contains("U+000B written _x000B_ (2 times)");
    assertThat(messages()).isEqualTo(MESSAGES);
    Run show = Run.pchat("show", saved().toString(), "--room", "Boot 2013-2019", "--json");
    assertThat(show.out()).contains("\"text\":\"a\\u000bb \\u000b c support it?\"");
  }

  @Test
  void a_record_that_lacks_what_it_needs_is_left_out_and_named() throws IOException {
    Run run = salvage(withRoom(text -> text.replace(" sent=\"2015-01-21T00:04:00.6450000Z\"", "")));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("after Message 4, before Message 6").contains("has no sent");
    assertThat(messages()).isEqualTo(MESSAGES - 1);
  }

  @Test
  void a_document_type_is_refused_here_too() throws IOException {
    Run run =
        salvage(
            withRoom(text -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("document type declaration");
  }

  @Test
  void an_entry_that_the_manifest_names_and_that_is_gone_is_lost() throws IOException {
    List<Zips.Part> parts = new ArrayList<>();
    try (var container =
        Container.open(SAMPLE, Limits.defaults(), ProblemLog.strict(), Watch.NONE)) {
      for (Entry entry : container.entries()) {
        if (!entry.name().equals(ROOM)) {
          try (var in = container.open(entry)) {
            parts.add(
                Zips.part(entry.name(), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
          }
        }
      }
    }
    Run run = salvage(Zips.write(folder.resolve("gone.zip"), parts));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains(ROOM).contains("the manifest names it, and it is not there");
    messages();
  }

  @Test
  void an_unpacked_export_is_saved_as_well() throws IOException {
    Path unpacked = folder.resolve("unpacked");
    try (var container =
        Container.open(SAMPLE, Limits.defaults(), ProblemLog.strict(), Watch.NONE)) {
      for (Entry entry : container.entries()) {
        Path file = unpacked.resolve(entry.name());
        Files.createDirectories(file.getParent());
        try (var in = container.open(entry)) {
          Files.copy(in, file);
        }
      }
    }
    Path room = unpacked.resolve(ROOM);
    byte[] bytes = Files.readAllBytes(room);
    Files.write(room, Arrays.copyOf(bytes, bytes.length - 10));
    Run run = salvage(unpacked);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(messages()).isEqualTo(MESSAGES);
  }

  @Test
  void the_page_holds_the_account() throws IOException {
    byte[] sample = Files.readAllBytes(SAMPLE);
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(sample, 100_000));
    Path page = folder.resolve("account.html");
    assertThat(salvage(cut, "--report", page.toString()).exit()).isEqualTo(3);
    assertThat(page)
        .content()
        .contains("Some of it was lost.", "R&amp;D: Shell 2007-2009", "</html>")
        .doesNotContain("<script");
  }

  @Test
  void nothing_to_save_is_exit_4_and_no_file() throws IOException {
    byte[] sample = Files.readAllBytes(SAMPLE);
    Path stump = Files.write(folder.resolve("stump.zip"), Arrays.copyOf(sample, 60));
    assertThat(salvage(stump).exit()).isEqualTo(4);
    assertThat(salvage(Path.of("README.md")).exit()).isEqualTo(4);
    assertThat(salvage(Path.of("nowhere.zip")).exit()).isEqualTo(5);
    assertThat(saved()).doesNotExist();
  }

  @Test
  void nothing_is_overwritten_and_the_target_must_be_named() throws IOException {
    Files.writeString(saved(), "mine");
    assertThat(salvage(SAMPLE).exit()).isEqualTo(6);
    assertThat(saved()).hasContent("mine");
    assertThat(Run.pchat("salvage", SAMPLE.toString()).exit()).isEqualTo(2);
    Path self = Files.copy(SAMPLE, folder.resolve("self.zip"));
    assertThat(Run.pchat("salvage", self.toString(), "-o", self.toString(), "--force").exit())
        .isEqualTo(6);
  }

  @Test
  void a_specimen_says_what_it_did() throws IOException {
    Run run = Run.pchat("specimen", SAMPLE.toString(), "-o", saved().toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("Wrote ", "42 entries", "Proof: of ", ", none\n");
    assertThat(messages()).isEqualTo(MESSAGES);
    assertThat(Run.pchat("specimen", SAMPLE.toString()).exit()).isEqualTo(2);
    assertThat(Run.pchat("specimen", "README.md", "-o", saved().toString(), "--force").exit())
        .isEqualTo(4);
  }
}
