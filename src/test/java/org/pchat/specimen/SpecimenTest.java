package org.pchat.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.archive.ExportReader;
import org.pchat.archive.ExportWriter;
import org.pchat.fixture.Pools;
import org.pchat.fixture.RandomPool;
import org.pchat.fixture.TextCorpus;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.RefusedException;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;
import org.pchat.zip.Limits;
import org.pchat.zip.PendingFile;
import org.pchat.zip.ZipOutput;

/** A specimen has the structure of its original and nothing of what anybody said. */
class SpecimenTest {
  private static final Path MONDAY = Path.of("samples/contoso-monday.zip");

  /** What a stranger takes for a word: any four letters or digits with a letter among them. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]*\\p{L}[\\p{L}\\p{N}]*");

  @TempDir Path folder;

  private Path specimen(Path source, long seed) throws IOException {
    Path target = folder.resolve("specimen-" + seed + ".zip");
    Specimen.make(new SpecimenRequest(source, target, true, 0, seed), Watch.NONE);
    return target;
  }

  private static Map<String, byte[]> entries(Path zip) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (var container = Container.open(zip, Limits.defaults(), ProblemLog.strict(), Watch.NONE)) {
      for (Entry entry : container.entries()) {
        try (InputStream in = container.open(entry)) {
          entries.put(entry.name(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static ChatSource open(Path file) throws IOException {
    return ExportReader.open(file, ReadOptions.defaults().with(ProblemLog.strict()));
  }

  private static <T> List<T> all(ChatSource source, Kind<T> kind) throws IOException {
    List<T> all = new ArrayList<>();
    try (RecordCursor<T> cursor = source.records(kind)) {
      while (cursor.advance()) {
        all.add(cursor.record());
      }
    }
    return all;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    WORD.matcher(text)
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 3)
        .forEach(words::add);
    return words;
  }

  @Test
  void no_word_of_a_text_or_name_is_left() throws IOException {
    Set<String> said = new HashSet<>();
    try (ChatSource source = open(MONDAY)) {
      for (Message message : all(source, Kind.MESSAGE)) {
        said.addAll(words(message.text().replaceAll("[a-z-]+:|\\[STORY]", " ")));
      }
      all(source, Kind.PRINCIPAL).forEach(p -> said.addAll(words(p.name() + " " + p.email())));
      source.structure().rooms().forEach(r -> said.addAll(words(r.name() + " " + r.description())));
    }
    assertThat(said).hasSizeGreaterThan(2_000);
    Set<String> left = new HashSet<>();
    try (ChatSource source = open(specimen(MONDAY, 1))) {
      for (Message message : all(source, Kind.MESSAGE)) {
        left.addAll(words(message.text().replaceAll("[a-z-]+:|\\[STORY]", " ")));
      }
      all(source, Kind.PRINCIPAL).forEach(p -> left.addAll(words(p.name() + " " + p.email())));
      source.structure().rooms().forEach(r -> left.addAll(words(r.name() + " " + r.description())));
    }
    assertThat(left).hasSizeGreaterThan(2_000);
    left.retainAll(said);
    left.remove("null"); // of principals without a name
    assertThat(left).isEmpty();
  }

  @Test
  void records_references_and_order_are_those_of_the_original() throws IOException {
    try (ChatSource before = open(MONDAY);
        ChatSource after = open(specimen(MONDAY, 2))) {
      for (Kind<?> kind : Kind.ALL) {
        assertThat(all(after, kind)).as(kind.plural()).hasSameSizeAs(all(before, kind));
      }
      assertThat(authors(after)).isEqualTo(authors(before));
      List<Message> said = all(before, Kind.MESSAGE);
      List<Message> noise = all(after, Kind.MESSAGE);
      for (int i = 0; i < said.size(); i++) {
        assertThat(noise.get(i).id()).isEqualTo(said.get(i).id());
        assertThat(noise.get(i).sent()).isEqualTo(said.get(i).sent());
        assertThat(noise.get(i).text()).hasSameSizeAs(said.get(i).text());
        assertThat(noise.get(i).text().startsWith("[STORY]"))
            .isEqualTo(said.get(i).text().startsWith("[STORY]"));
      }
    }
  }

  /** Which principal, by its place in the list, wrote each message. */
  private static List<Integer> authors(ChatSource source) throws IOException {
    Map<Object, Integer> places = new HashMap<>();
    all(source, Kind.PRINCIPAL).forEach(p -> places.put(p.guid(), places.size()));
    return all(source, Kind.MESSAGE).stream()
        .map(message -> places.getOrDefault(message.author(), -1))
        .toList();
  }

  @Test
  void one_address_is_one_noise_wherever_it_stands() throws IOException {
    try (ChatSource source = open(specimen(MONDAY, 3))) {
      assertThat(all(source, Kind.PRINCIPAL))
          .filteredOn(p -> p.email() != null && p.uri().startsWith("sip:"))
          .isNotEmpty()
          .allSatisfy(p -> assertThat(p.uri()).isEqualTo("sip:" + p.email()));
    }
  }

  @Test
  void the_same_key_gives_the_same_bytes_and_another_gives_others() throws IOException {
    byte[] one = Files.readAllBytes(specimen(MONDAY, 4));
    assertThat(Files.readAllBytes(specimen(MONDAY, 4))).isEqualTo(one);
    assertThat(Files.readAllBytes(specimen(MONDAY, 5))).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void random_pools_keep_their_counts(long seed) throws IOException {
    Path file = folder.resolve("random.zip");
    ExportWriter.write(RandomPool.with(seed), file, true);
    try (ChatSource before = open(file);
        ChatSource after = open(specimen(file, seed))) {
      for (Kind<?> kind : Kind.ALL) {
        assertThat(all(after, kind)).hasSameSizeAs(all(before, kind));
      }
    }
  }

  @Test
  void hostile_texts_do_no_harm() throws IOException {
    List<String> texts = TextCorpus.strings();
    Path file = Pools.write(folder.resolve("hostile.zip"), texts.subList(0, 5), texts);
    try (ChatSource after = open(specimen(file, 1))) {
      assertThat(all(after, Kind.MESSAGE)).hasSize(5 * texts.size());
    }
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("made.zip");
    try (var pending = PendingFile.create(file, true)) {
      try (var zip = new ZipOutput(pending.channel())) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          try (var out = zip.entry(entry.getKey())) {
            out.write(entry.getValue());
          }
        }
      }
      pending.commit(written -> {});
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
  void exports_that_nobody_can_read_yet_keep_their_shape(String encoding) throws IOException {
    String xml =
        """
        <?xml version="1.0" encoding="%s"?>
        <!-- made by Kim Berg -->
        <b:Räume xmlns:b='http://example.org/x' xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
          <?print Kim?>
          <b:Raum nummer='12' wer="{345CD06F-E7C1-4E34-A796-E763BD6371C3}" i:type="b:Offen" art="open">
            <b:Name>Straße &amp; Möbel</b:Name><b:Nichts i:nil="true"/>
            <b:Wort><![CDATA[Kim <Berg> said ]] it]]></b:Wort>
            <b:Wann>2015-01-21T00:04:00.6450000+01:00</b:Wann>
            <b:Tel>0891234567</b:Tel><b:Pfad>\\\\server\\share\\Kim.doc</b:Pfad>
            <b:Uri>ma-chan://contoso.com/345cd06f-e7c1-4e34-a796-e763bd6371c3</b:Uri>
          </b:Raum>
        </b:Räume>
        """
            .formatted(encoding);
    Charset charset = Charset.forName(encoding);
    Path made = zip(Map.of("Räume/Küche.xml", xml.getBytes(charset)));
    Map<String, byte[]> result = entries(specimen(made, 7));
    String name = result.keySet().iterator().next();
    assertThat(name).startsWith("Räume/").endsWith(".xml").doesNotContain("Küche");
    String noise = new String(result.get(name), charset);
    assertThat(noise.lines().map(line -> line.replaceAll("[^<>=\"'{}\\[\\]/]", "")))
        .containsExactlyElementsOf(
            xml.lines().map(line -> line.replaceAll("[^<>=\"'{}\\[\\]/]", "")).toList());
    assertThat(noise)
        .contains("nummer='12'", "i:type=\"b:Offen\"", "i:nil=\"true\"", "art=\"open\"")
        .contains(
            ">2015-01-21T00:04:00.6450000+01:00<", "xmlns:b='http://example.org/x'", "ma-chan:")
        .doesNotContain("Kim", "Berg", "Straße", "Möbel", "share", "contoso", "0891234567", "345c");
    var guid = Pattern.compile("wer=\"\\{([0-9A-F-]{36})}\"").matcher(noise);
    assertThat(guid.find()).isTrue();
    assertThat(noise).contains("/" + guid.group(1).toLowerCase(Locale.ROOT) + "<");
  }

  @Test
  void a_message_that_is_a_published_word_is_noise_and_a_visibility_is_not() throws IOException {
    var xml = new StringBuilder("<R>");
    for (String text : List.of("open", "see you tomorrow", "no idea", "1234", "shall we")) {
      xml.append("<M v='open'>").append(text).append("</M>");
    }
    Path made =
        zip(Map.of("m.xml", xml.append("</R>").toString().getBytes(StandardCharsets.UTF_8)));
    String noise =
        new String(entries(specimen(made, 8)).values().iterator().next(), StandardCharsets.UTF_8);
    assertThat(noise).contains("<M v='open'>").doesNotContain(">open<", ">1234<");
  }

  @Test
  void entries_that_are_no_xml_are_noise_too() throws IOException {
    Path made =
        zip(
            Map.of(
                "readme.txt", "Kim Berg wrote this\n".getBytes(StandardCharsets.UTF_8),
                "photo.bin", new byte[] {1, 2, 3, 'K', 'i', 'm'},
                "empty.xml", "<a/>".getBytes(StandardCharsets.UTF_8)));
    Map<String, byte[]> result = entries(specimen(made, 9));
    assertThat(result).hasSize(3);
    result.forEach(
        (name, bytes) ->
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Kim"));
  }

  @Test
  void a_damaged_export_is_refused_and_leaves_nothing() throws IOException {
    Path made = zip(Map.of("a.xml", "<a><b></a>".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> specimen(made, 1)).isInstanceOf(MalformedArchiveException.class);
    assertThat(folder.resolve("specimen-1.zip")).doesNotExist();
  }

  @Test
  void nothing_is_overwritten() throws IOException {
    Path target = Files.writeString(folder.resolve("there.zip"), "mine");
    assertThatThrownBy(
            () -> Specimen.make(new SpecimenRequest(MONDAY, target, false, 0, 1L), Watch.NONE))
        .isInstanceOf(RefusedException.class);
    assertThat(target).hasContent("mine");
  }

  @Test
  void who_changes_nothing_writes_the_samples_as_they_are() throws IOException {
    for (Map.Entry<String, byte[]> entry : entries(MONDAY).entrySet()) {
      var out = new ByteArrayOutputStream();
      EntryRewriting.run(
          new ByteArrayInputStream(entry.getValue()), Location.of("x", "y"), same(), out);
      assertThat(out.toByteArray()).as(entry.getKey()).isEqualTo(entry.getValue());
    }
  }

  private static ValueSink same() {
    return new ValueSink() {
      @Override
      public void name(String local) {}

      @Override
      public String value(String column, String value) {
        return value;
      }

      @Override
      public String remark(String text) {
        return text;
      }
    };
  }
}
