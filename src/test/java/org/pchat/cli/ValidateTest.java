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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.sample.BrokenSample;
import org.pchat.sample.BrokenSamples;
import org.pchat.sample.Unpacked;

/** What {@code validate} says of good, bad and wrong inputs, and how it ends. */
class ValidateTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path BROKEN = Path.of("samples", "broken");
  private static final Path MONDAY = Path.of("samples", "contoso-monday.zip");

  @TempDir Path folder;

  private static JsonNode json(Run run) throws IOException {
    return JSON.readTree(run.out());
  }

  private static List<String> codes(JsonNode result) {
    List<String> codes = new ArrayList<>();
    result.get("problems").forEach(problem -> codes.add(problem.get("code").asText()));
    return codes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"monday", "tuesday"})
  void the_contoso_samples_are_valid(String day) throws IOException {
    Run run = Run.pchat("validate", "--json", "samples/contoso-" + day + ".zip");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(json(run).get("verdict").asText()).isEqualTo("valid");
    assertThat(json(run).at("/archives/0/errors").asLong()).isZero();
  }

  @Test
  void the_sound_sample_is_valid_in_one_line() {
    Run run = Run.pchat("validate", "--strict", BrokenSample.SOUND.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo(BrokenSample.SOUND + ": valid\n");
  }

  static Stream<BrokenSample> samples() {
    return BrokenSamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void each_broken_sample_ends_as_its_name_says(BrokenSample sample) throws IOException {
    String source = BROKEN.resolve(sample.name()).toString();
    Run run = Run.pchat("validate", "--json", source);
    String verdict = sample.name().replaceFirst(".*-", "");
    int exit = verdict.equals("warning") ? 0 : verdict.equals("error") ? 1 : 4;
    assertThat(run.exit()).isEqualTo(exit);
    JsonNode result = json(run);
    assertThat(result.get("verdict").asText()).isEqualTo(exit == 0 ? "valid" : "invalid");
    assertThat(codes(result))
        .containsExactlyElementsOf(
            sample.findings().stream().map(f -> f.replaceFirst(" .*", "")).toList());
    result
        .get("problems")
        .forEach(problem -> assertThat(problem.get("archive").asText()).isEqualTo(source));
    if (exit == 4) {
      assertThat(run.err()).hasLineCount(1).startsWith("{\"type\":\"error\"");
    } else {
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void warnings_fail_only_on_request() {
    String warning = BROKEN.resolve("room-below-root-warning").toString();
    assertThat(Run.pchat("validate", warning).exit()).isZero();
    assertThat(Run.pchat("validate", warning).out())
        .startsWith("warning: ")
        .endsWith("-warning: valid (1 warning)\n");
    Run failed = Run.pchat("validate", "--fail-on", "warning", warning);
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.out()).endsWith("-warning: invalid (1 warning)\n");
    assertThat(Run.pchat("validate", "-q", warning).out())
        .isEqualTo(warning + ": valid (1 warning)\n");
    Run quiet = Run.pchat("validate", "-q", "--fail-on", "warning", warning);
    assertThat(quiet.exit()).isEqualTo(1);
    assertThat(quiet.out()).startsWith("warning: ").endsWith("invalid (1 warning)\n");
    assertThat(Run.pchat("validate", "--fail-on", "fatal", warning).exit()).isEqualTo(2);
  }

  @Test
  void problems_are_counted_beyond_those_that_are_shown() throws IOException {
    String text = Files.readString(BrokenSample.SOUND.resolve("Principals.xml"));
    String bad = text.replace("disabled=\"0\"", "disabled=\"9\"");
    Path file = Zips.write(folder.resolve("bad.zip"), List.of(Zips.part("Principals.xml", bad)));
    JsonNode all = json(Run.pchat("validate", "--json", file.toString()));
    long errors = all.at("/archives/0/errors").asLong();
    assertThat(errors)
        .isGreaterThan(3)
        .isEqualTo(codes(all).stream().filter("XSD-003"::equals).count());
    JsonNode two = json(Run.pchat("validate", "--json", "--max-problems", "2", file.toString()));
    assertThat(codes(two)).containsOnlyOnce("MAN-001").filteredOn("XSD-003"::equals).hasSize(2);
    assertThat(two.at("/archives/0/errors").asLong()).isEqualTo(errors);
    assertThat(two.get("notShown").asLong()).isEqualTo(errors - 2);
    assertThat(Run.pchat("validate", "--max-problems", "0", file.toString()).out())
        .startsWith("... and ")
        .hasLineCount(2);
    assertThat(Run.pchat("validate", "--max-problems", "-1", file.toString()).exit()).isEqualTo(2);
  }

  @Test
  void several_archives_are_judged_one_by_one() throws IOException {
    String error = BROKEN.resolve("attribute-missing-error").toString();
    Run run = Run.pchat("validate", "--json", BrokenSample.SOUND.toString(), error);
    assertThat(run.exit()).isEqualTo(1);
    JsonNode archives = json(run).get("archives");
    assertThat(archives.at("/0/verdict").asText()).isEqualTo("valid");
    assertThat(archives.at("/1/verdict").asText()).isEqualTo("invalid");
    Run missing = Run.pchat("validate", "nowhere.zip", error);
    assertThat(missing.exit()).isEqualTo(5);
    assertThat(missing.out()).contains("XSD-002");
    assertThat(missing.err()).contains("nowhere.zip: there is no such file").hasLineCount(1);
  }

  @Test
  void the_result_is_written_whatever_it_is() throws IOException {
    Path result = folder.resolve("result.json");
    String fatal = BROKEN.resolve("entry-cut-fatal").toString();
    Run run = Run.pchat("validate", "--json", "-o", result.toString(), fatal);
    assertThat(run.exit()).isEqualTo(4);
    assertThat(JSON.readTree(result.toFile()).get("verdict").asText()).isEqualTo("invalid");
  }

  @Test
  void a_flipped_byte_of_a_container_is_fatal_and_the_rest_is_still_judged() throws IOException {
    byte[] bytes = Files.readAllBytes(MONDAY);
    bytes[bytes.length / 2] ^= 1;
    Path flipped = Files.write(folder.resolve("flipped.zip"), bytes);
    Run run = Run.pchat("validate", "--json", flipped.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(json(run).get("verdict").asText()).isEqualTo("invalid");
    assertThat(json(run).at("/archives/0/fatal").asLong()).isEqualTo(1);
    assertThat(codes(json(run)))
        .anyMatch(code -> code.matches("(ZIP|XML)-.*"))
        .contains("RULE-027");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          backup     | BAK-003 | does not match its checksum
          document   | EXP-001 | a Word document
          elsewhere  | EXP-001 | Files.xml begins with <Files>
          other      | EXP-001 | DocItemSet.xml begins with <DocItemSet>
          cut        | ZIP-009 | the disk was full
          """)
  void mistakes_get_a_sentence_that_helps(String mistake, String code, String sentence)
      throws IOException {
    Path source = mistake(mistake);
    Run run = Run.pchat("validate", source.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).contains("[" + code + "]", sentence).hasLineCount(2);
    Run info = Run.pchat("info", source.toString());
    assertThat(info.exit()).isEqualTo(4);
    assertThat(info.err()).contains("[" + code + "]", sentence).hasLineCount(1);
  }

  private Path mistake(String name) throws IOException {
    return switch (name) {
      case "backup" ->
          Files.write(
              folder.resolve("mgc.bak"),
              Arrays.copyOf("TAPE".getBytes(StandardCharsets.US_ASCII), 4096));
      case "document" ->
          Zips.write(
              folder.resolve("letter.docx"),
              List.of(
                  Zips.part("[Content_Types].xml", "<Types/>"),
                  Zips.part("word/document.xml", "<w/>")));
      case "elsewhere" -> {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(photos.resolve("Files.xml"), "<Files/>");
        yield photos;
      }
      case "other" ->
          Zips.write(
              folder.resolve("config.zip"), List.of(Zips.part("DocItemSet.xml", "<DocItemSet/>")));
      default -> {
        byte[] whole = Files.readAllBytes(MONDAY);
        yield Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
      }
    };
  }

  @Test
  void entries_are_checked_against_schemas_of_the_users() throws IOException {
    Path schema = folder.resolve("rooms.xsd");
    String own = Files.readString(Path.of("schemas/rooms.xsd"));
    Files.writeString(schema, own.replace("<xs:enumeration value=\"open\"/>", ""));
    Files.copy(Path.of("schemas/types.xsd"), folder.resolve("types.xsd"));
    Run run = Run.pchat("validate", "--schema", schema.toString(), BrokenSample.SOUND.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("Rooms.xml:5:1", "\"open\"", "one of private, scope", "[XSD-003]")
        .hasLineCount(2);
    Path unused = folder.resolve("unused.xsd");
    Files.writeString(
        unused,
        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"a\"/></xs:schema>");
    Run nothing =
        Run.pchat("validate", "--schema", unused.toString(), BrokenSample.SOUND.toString());
    assertThat(nothing.exit()).isZero();
    assertThat(nothing.out()).contains("unused.xsd", "[XSD-022]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <xs:include schemaLocation="http://localhost:9/types.xsd"/> | XSD-021
          <xs:include schemaLocation="../types.xsd"/>                 | XSD-021
          <xs:include schemaLocation="file:///etc/passwd"/>           | XSD-021
          <xs:import namespace="urn:x" schemaLocation="/etc/passwd"/> | XSD-021
          <xs:element name="a" type="nowhere"/>                       | XSD-020
          <xs:elephant/>                                              | XSD-020
          <                                                           | XSD-020
          """)
  void a_schema_that_is_none_or_reaches_out_is_refused(String content, String code)
      throws IOException {
    Path schema = folder.resolve("bad.xsd");
    String text =
        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n" + content + "</xs:schema>";
    Files.writeString(schema, text);
    Run run = Run.pchat("validate", "--schema", schema.toString(), BrokenSample.SOUND.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("bad.xsd", "[" + code + "]").hasLineCount(1);
  }

  private Path sound() throws IOException {
    Path copy = folder.resolve("sound");
    Unpacked.write(Unpacked.read(BrokenSample.SOUND), copy);
    return copy;
  }

  @Test
  void a_name_in_the_archive_forges_no_line_not_even_in_a_pipe() throws IOException {
    Path rooms = sound().resolve("Rooms.xml");
    String text = Files.readString(rooms);
    Files.writeString(
        rooms,
        text.replaceFirst("visibility=\"open\"", "visibility=\"&#10;good.zip: valid&#x9b;\""));
    Run run = Run.pchat("validate", rooms.getParent().toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines())
        .allMatch(line -> line.matches("error: .*|.*sound: invalid \\([0-9] errors?\\)"));
    assertThat(run.out()).doesNotContain("\u009b");
  }

  @Test
  void a_file_of_the_unpacked_source_is_not_written_over() throws IOException {
    Path rooms = sound().resolve("Rooms.xml");
    String before = Files.readString(rooms);
    Run run =
        Run.pchat("validate", "--force", "-o", rooms.toString(), rooms.getParent().toString());
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains("[OUT-003]").hasLineCount(1);
    assertThat(rooms).hasContent(before);
  }

  @Test
  void a_number_beyond_all_measure_in_the_manifest_is_told_in_words() throws IOException {
    Path manifest = sound().resolve("Manifest.xml");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replaceFirst("records=\"", "records=\"" + "9".repeat(30)));
    Run run = Run.pchat("validate", manifest.getParent().toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("[EXP-016]").doesNotContain("input string");
  }

  @Test
  void a_folder_of_schemas_is_not_taken_for_a_schema() {
    Run run = Run.pchat("validate", "--schema", "schemas", BrokenSample.SOUND.toString());
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("schemas: this is a directory; name").hasLineCount(1);
  }

  @Test
  void a_schema_that_includes_a_missing_file_says_so() throws IOException {
    Path schema = folder.resolve("alone.xsd");
    Files.copy(Path.of("schemas/rooms.xsd"), schema);
    Run run = Run.pchat("validate", "--schema", schema.toString(), BrokenSample.SOUND.toString());
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("types.xsd: there is no such file").hasLineCount(1);
  }

  @Test
  void a_doctype_in_a_schema_fetches_nothing() throws IOException {
    Path schema = folder.resolve("doctype.xsd");
    Files.writeString(
        schema,
        "<!DOCTYPE s SYSTEM \"file:///etc/passwd\"><xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>");
    Run run = Run.pchat("validate", "--schema", schema.toString(), BrokenSample.SOUND.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("[XSD-021]").doesNotContain("root:");
  }
}
