package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Tools;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.ReadOptions;
import org.pchat.model.Room;
import org.pchat.respell.Style;
import org.pchat.respell.Styles;

/** Unfamiliar exports, as somebody meets them on the command line. */
class LayoutTest {
  @TempDir static Path folder;
  private static MemorySource monday;

  @BeforeAll
  static void readSample() throws IOException {
    Path file = Path.of("samples/contoso-monday.zip");
    try (Export export = ExportReader.open(file, ReadOptions.defaults())) {
      monday = MemorySource.copyOf(export);
    }
  }

  private static Path respelled(String style) throws IOException {
    Path zip = folder.resolve(style + ".zip");
    return Files.exists(zip) ? zip : Styles.named(style).write(monday, zip);
  }

  @Test
  void reading_commands_infer_by_themselves_and_say_so() throws IOException {
    Run run = Run.pchat("info", respelled("camel-case").toString());
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("INF-001").contains("layout infer");
    assertThat(run.out()).contains("inferred").contains("4,020");
    assertThat(Run.pchat("info", "-q", respelled("camel-case").toString()).err()).isEmpty();
  }

  @Test
  void what_infer_prints_can_be_given_with_layout() throws IOException {
    Path descriptor = folder.resolve("my-layout.xml");
    Path zip = respelled("foreign");
    Run infer = Run.pchat("layout", "infer", zip.toString(), "-o", descriptor.toString());
    assertThat(infer.exit()).isZero();
    assertThat(infer.err()).contains("left out: ");
    Run read = Run.pchat("info", zip.toString(), "--layout", descriptor.toString(), "--json");
    assertThat(read.exit()).isZero();
    assertThat(read.err()).isEmpty();
    assertThat(read.out()).contains("\"messages\":4020").contains("\"rooms\":36");
  }

  @Test
  void a_directory_is_inferred_like_its_zip() throws IOException {
    Path unpacked = folder.resolve("unpacked");
    for (var entry : Styles.named("snake-case").entries(monday).entrySet()) {
      Path file = unpacked.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
    Run ofZip = Run.pchat("layout", "infer", respelled("snake-case").toString());
    Run ofFolder = Run.pchat("layout", "infer", unpacked.toString());
    assertThat(ofFolder.exit()).isZero();
    assertThat(ofFolder.out()).isEqualTo(ofZip.out());
  }

  @Test
  void a_refusal_says_what_was_recognised_and_what_is_missing() throws IOException {
    Path zip = folder.resolve("without-text.zip");
    Styles.named("camel-case").dropped(Set.of("Message.text")).write(monday, zip);
    Run run = Run.pchat("info", zip.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("has no text").contains("recognised: ").contains("principals");
  }

  @Test
  void times_without_a_zone_are_refused_until_somebody_says_it() throws IOException {
    Path zip = folder.resolve("local.zip");
    Styles.named("camel-case").times(Style.Times.LOCAL).write(monday, zip);
    Run run = Run.pchat("info", zip.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("INF-005").contains("--source-tz").contains("zone=\"UTC\"");
    assertThat(Run.pchat("info", zip.toString(), "--source-tz", "UTC").exit()).isZero();
  }

  @Test
  void numbers_of_roles_are_refused_without_their_table() throws IOException {
    Path zip = folder.resolve("numbers.zip");
    Styles.named("attributes-only").numbers(false).write(monday, zip);
    Run run = Run.pchat("info", zip.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("INF-004").contains("@role").contains("<word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nested-messages", "foreign", "attributes-only", "file-per-room"})
  void a_report_tells_nothing_of_what_was_said(String style) throws IOException {
    Run run = Run.pchat("layout", "report", respelled(style).toString());
    assertThat(run.exit()).isZero();
    Set<String> told = new TreeSet<>(words(run.out()));
    told.retainAll(tokens());
    told.removeAll(words(structure(style)));
    told.removeIf(word -> word.matches("[0-9]+"));
    assertThat(told).isEmpty();
    assertThat(run.out().lines().count()).isGreaterThan(40);
  }

  /** Returns all markup, and the words of the report itself. */
  private static String structure(String style) throws IOException {
    var text =
        new StringBuilder(Files.readString(Path.of("src/main/java/org/pchat/infer/Shape.java")));
    text.append(Files.readString(Path.of("src/main/java/org/pchat/infer/StructureReport.java")));
    text.append(Files.readString(Path.of("src/main/java/org/pchat/infer/Vocabulary.java")));
    text.append(Files.readString(Path.of("src/main/java/org/pchat/cli/LayoutPages.java")));
    for (byte[] entry : Styles.named(style).entries(monday).values()) {
      String xml = new String(entry, StandardCharsets.UTF_8);
      text.append(xml.replaceAll("\"[^\"]*\"", " ").replaceAll(">[^<]*<", "><"));
    }
    return text.toString();
  }

  private static Set<String> tokens() throws IOException {
    var tokens = new TreeSet<String>();
    for (Message message : MemorySource.all(monday.records(Kind.MESSAGE))) {
      tokens.addAll(words(message.text()));
    }
    for (Principal principal : MemorySource.all(monday.records(Kind.PRINCIPAL))) {
      tokens.addAll(words(principal.uri() + " " + principal.label() + " " + principal.adPath()));
    }
    for (Room room : monday.structure().rooms()) {
      tokens.addAll(words(room.name() + " " + room.description() + " " + room.guid()));
    }
    return tokens;
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[^\\p{L}\\p{N}]+", -1))
        .filter(w -> w.length() > 3)
        .map(w -> w.toLowerCase(Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dataset-one-file", "for-xml", "data-contract", "nested-messages", "utf-16"})
  void the_schemas_of_what_was_seen_fit_it(String style) throws IOException, InterruptedException {
    Path xmllint = Tools.require("xmllint");
    Path schemas = folder.resolve(style + "-xsd");
    Run run =
        Run.pchat("layout", "infer", respelled(style).toString(), "--xsd", schemas.toString());
    assertThat(run.exit()).isZero();
    for (var entry : Styles.named(style).entries(monday).entrySet()) {
      Path file = folder.resolve(style + ".entry.xml");
      Files.write(file, entry.getValue());
      String root = root(entry.getValue());
      Process judge =
          new ProcessBuilder(
                  xmllint.toString(),
                  "--noout",
                  "--huge",
                  "--schema",
                  schemas.resolve(root + ".xsd").toString(),
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(judge.waitFor()).as(entry.getKey() + ": " + said).isZero();
    }
  }

  private static String root(byte[] entry) {
    boolean wide = entry[0] == (byte) 0xfe || entry[0] == (byte) 0xff;
    String text = new String(entry, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    int start = text.indexOf('<', text.indexOf("?>")) + 1;
    return text.substring(start).split("[ >\\r]", 2)[0];
  }

  @Test
  void what_is_left_of_a_cut_archive_tells_how_it_is_spelled() throws IOException {
    byte[] whole = Files.readAllBytes(respelled("camel-case"));
    Path cut = folder.resolve("cut.zip");
    Files.write(cut, Arrays.copyOf(whole, whole.length * 4 / 5));
    Path saved = folder.resolve("saved.zip");
    Run salvage = Run.pchat("salvage", cut.toString(), "-o", saved.toString());
    assertThat(salvage.exit()).as(salvage.err()).isEqualTo(3);
    assertThat(salvage.out()).contains("605 principals").contains("36 rooms").contains("Lost");
    Run diff = Run.pchat("diff", "samples/contoso-monday.zip", saved.toString(), "--json");
    assertThat(diff.exit()).isEqualTo(1);
    assertThat(diff.out())
        .contains("\"rooms\":{\"added\":0,\"removed\":0,\"changed\":0")
        .containsPattern("\"messages\":\\{\"added\":0,\"removed\":[0-9]+,\"changed\":0");
  }

  @Test
  void what_means_nothing_is_refused() {
    Run run = Run.pchat("layout", "report", "x.zip", "--xsd", "y");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--xsd");
  }
}
