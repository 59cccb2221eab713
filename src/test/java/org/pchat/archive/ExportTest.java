package org.pchat.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.fixture.RandomPool;
import org.pchat.layout.EntryWalk;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Message;
import org.pchat.model.Part;
import org.pchat.model.RawRecord;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;
import org.pchat.model.Ticks;
import org.pchat.model.Watch;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.Severity;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.zip.Entry;

class ExportTest {
  private static final Guid ROOM = Pools.guid(100);

  @TempDir Path folder;

  private Path zip;
  private Path unpacked;

  @BeforeEach
  void an_export_and_the_same_unpacked() throws Exception {
    zip = Pools.write(folder.resolve("pool.zip"), List.of("Desk"), List.of("one", "two"));
    unpacked = folder.resolve("unpacked");
    RoundTripTest.unpack(zip, unpacked);
  }

  private static Export open(Path path) throws IOException {
    return ExportReader.open(path, ReadOptions.defaults());
  }

  private Path message(Path directory) {
    return directory.resolve("Messages").resolve(ROOM + ".xml");
  }

  private static String edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
    return text;
  }

  @Test
  void a_directory_reads_as_the_zip_does() throws IOException {
    try (Export one = open(zip);
        Export other = open(unpacked)) {
      for (Kind<?> kind : Kind.ALL) {
        assertThat(RoundTripTest.all(other, kind)).isEqualTo(RoundTripTest.all(one, kind));
      }
      assertThat(one.origin().kind().word()).isEqualTo("export");
      assertThat(other.origin().kind().word()).isEqualTo("directory");
    }
  }

  @Test
  void gaps_and_records_are_the_entry_byte_for_byte_strangers_included() throws IOException {
    Path file = message(unpacked);
    edit(file, "<Message id=\"2\"", "<!-- note --><Reaction by='x'/>\n  <Message id=\"2\"");
    try (Export export = open(unpacked)) {
      for (Entry entry : export.container().entries()) {
        if (export.layout().role(entry.name()).isPresent()) {
          assertThat(rebuilt(export, entry)).isEqualTo(bytes(export, entry));
        }
      }
    }
  }

  private static byte[] rebuilt(Export export, Entry entry) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (EntryWalk walk = export.walk(entry)) {
      while (walk.advance()) {
        bytes.writeBytes(walk.gap());
        bytes.writeBytes(walk.raw().map(RawRecord::bytes).orElseThrow());
      }
      bytes.writeBytes(walk.gap());
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(Export export, Entry entry) throws IOException {
    try (InputStream in = export.container().open(entry)) {
      return in.readAllBytes();
    }
  }

  @Test
  void what_is_unknown_is_counted_once_however_often_it_is_read() throws IOException {
    edit(message(unpacked), "<Message id=\"2\"", "<Reaction/><Message mood=\"good\" id=\"2\"");
    Files.writeString(unpacked.resolve("Notes.txt"), "mine");
    try (Export export = open(unpacked)) {
      RoundTripTest.all(export, Kind.MESSAGE);
      RoundTripTest.all(export, Kind.MESSAGE);
      assertThat(export.unknown().entries()).containsExactly("Notes.txt");
      assertThat(export.unknown().names())
          .containsEntry("Reaction", 1L)
          .containsEntry("Message/@mood", 1L)
          .hasSize(2);
    }
  }

  @Test
  void a_fingerprint_speaks_for_bytes_not_for_the_manifest() throws Exception {
    Part part = Part.messagesOf(ROOM);
    edit(message(unpacked), ">one<", ">ONE<");
    Path changed = folder.resolve("changed.zip");
    Process zipped =
        new ProcessBuilder("zip", "-qr", changed.toString(), ".")
            .directory(unpacked.toFile())
            .start();
    assertThat(zipped.waitFor()).isZero();
    try (Export before = open(zip);
        Export after = open(changed);
        Export directory = open(unpacked)) {
      assertThat(before.fingerprint(part)).isPresent().isNotEqualTo(after.fingerprint(part));
      assertThat(before.fingerprint(Part.of(Kind.ROOM)))
          .isPresent()
          .isEqualTo(after.fingerprint(Part.of(Kind.ROOM)));
      assertThat(directory.fingerprint(part)).isEmpty();
    }
  }

  @Test
  void stated_counts_come_from_the_manifest_only() throws IOException {
    try (Export export = open(zip)) {
      assertThat(export.statedCount(Part.of(Kind.MESSAGE))).hasValue(2);
      assertThat(export.statedCount(Part.messagesOf(ROOM))).hasValue(2);
      assertThat(export.statedCount(Part.of(Kind.ROOM))).hasValue(1);
      assertThat(export.statedCount(Part.of(Kind.ROLE))).isEmpty();
    }
    Files.delete(unpacked.resolve("Manifest.xml"));
    try (Export export = open(unpacked)) {
      assertThat(export.statedCount(Part.of(Kind.MESSAGE))).isEmpty();
      assertThat(export.coverage().level()).isEqualTo(Level.ALL);
    }
  }

  @Test
  void an_unusable_manifest_is_reported_and_done_without() throws IOException {
    edit(unpacked.resolve("Manifest.xml"), "level=\"All\"", "level=\"Some\"");
    try (Export export = open(unpacked)) {
      assertThat(RoundTripTest.all(export, Kind.MESSAGE)).hasSize(2);
      assertThat(export.problems().problems()).singleElement().asString().contains("\"Some\"");
    }
  }

  @Test
  void a_damaged_part_is_known_as_such_and_the_others_are_not() throws IOException {
    edit(message(unpacked), "</Messages>", "");
    try (Export export = open(unpacked)) {
      assertThat(RoundTripTest.all(export, Kind.MESSAGE)).hasSize(2);
      assertThat(export.damaged(Part.messagesOf(ROOM))).isTrue();
      assertThat(export.damaged(Part.of(Kind.MESSAGE))).isTrue();
      assertThat(export.damaged(Part.of(Kind.ROOM))).isFalse();
      assertThat(export.problems().count(Severity.FATAL)).isEqualTo(1);
    }
    try (Export strict =
        ExportReader.open(unpacked, ReadOptions.defaults().with(ProblemLog.strict()))) {
      assertThatThrownBy(() -> RoundTripTest.all(strict, Kind.MESSAGE))
          .isInstanceOf(MalformedArchiveException.class);
    }
  }

  @Test
  void a_walk_tells_how_many_records_it_passed_over() throws IOException {
    edit(message(unpacked), "id=\"1\"", "id=\"first\"");
    try (Export export = open(unpacked);
        RecordCursor<Message> messages = export.messages(ROOM)) {
      assertThat(messages.advance()).isTrue();
      assertThat(messages.record().id()).isEqualTo(2);
      assertThat(messages.passedOver()).isEqualTo(1);
    }
  }

  @Test
  void an_entry_in_utf_16_is_read_with_a_warning() throws IOException {
    Path file = message(unpacked);
    String text = Files.readString(file).replace("UTF-8", "UTF-16");
    Files.write(file, ("\ufeff" + text).getBytes(Charset.forName("UTF-16LE")));
    try (Export export = open(unpacked)) {
      assertThat(RoundTripTest.all(export, Kind.MESSAGE)).hasSize(2);
      assertThat(export.problems().problems())
          .singleElement()
          .asString()
          .contains("UTF-16", "EXP-017");
    }
  }

  @Test
  void a_renamed_entry_is_believed_by_its_name_and_reported_as_missing_too() throws IOException {
    Files.move(message(unpacked), unpacked.resolve("Messages").resolve(Pools.guid(7) + ".xml"));
    try (Export export = open(unpacked)) {
      assertThat(export.messageRooms()).containsExactly(Pools.guid(7));
      assertThat(RoundTripTest.all(export, Kind.MESSAGE))
          .allSatisfy(message -> assertThat(message.room()).isEqualTo(Pools.guid(7)));
      assertThat(export.problems().count(Severity.ERROR)).isEqualTo(2);
    }
  }

  @Test
  void ticks_in_a_zone_of_the_users_are_read_as_utc_and_odd_ones_left_alone() throws IOException {
    edit(message(unpacked), "id=\"2\" sent=\"2018", "id=\"2\" sent=\"9223372036854775807\" was=\"");
    var options =
        new ReadOptions(ProblemLog.tolerant(), Watch.NONE, ZoneId.of("Europe/Berlin"), null, 0);
    try (Export export = ExportReader.open(unpacked, options)) {
      List<Message> messages = RoundTripTest.all(export, Kind.MESSAGE);
      assertThat(messages.get(0).sent()).hasToString("2018-06-04T10:00:00.0000000Z");
      assertThat(messages.get(1).sent()).isEqualTo(new Ticks(Long.MAX_VALUE));
      assertThat(export.coverage().zone()).isEqualTo(Coverage.Zone.GIVEN);
    }
  }

  @Test
  void what_a_source_does_not_carry_stays_unknown_in_its_export() throws IOException {
    MemorySource pool = RandomPool.with(1);
    Coverage whole = pool.coverage();
    Field<?> rtf = Kind.MESSAGE.field("rtf").orElseThrow();
    Set<Field<?>> fields = new HashSet<>(whole.fields());
    fields.remove(rtf);
    var partial =
        new Coverage(
            Level.CONTENT,
            Set.of(Pools.guid(2)),
            new Ticks(5),
            new Ticks(6),
            Coverage.Zone.STATED,
            fields,
            true);
    Path file = folder.resolve("partial.zip");
    ExportWriter.write(pool.with(partial), file, false);
    try (Export export = open(file)) {
      assertThat(export.coverage()).isEqualTo(partial);
      assertThat(export.coverage().has(rtf)).isFalse();
    }
  }

  @Test
  void an_export_of_less_than_everything_has_only_the_entries_of_its_level() throws IOException {
    MemorySource pool = RandomPool.with(2);
    Coverage whole = pool.coverage();
    var users = new Coverage(Level.USER, Set.of(), null, null, whole.zone(), whole.fields(), false);
    Path file = folder.resolve("users.zip");
    ExportWriter.write(pool.with(users), file, false);
    try (Export export = open(file)) {
      assertThat(export.container().entries().stream().map(Entry::name))
          .containsExactly("Principals.xml", "Manifest.xml");
    }
  }

  @Test
  void a_file_whose_records_do_not_ascend_is_read_but_not_written_again() throws IOException {
    Path file = message(unpacked);
    edit(file, "id=\"1\"", "id=\"3\"");
    try (Export export = open(unpacked)) {
      assertThat(RoundTripTest.all(export, Kind.MESSAGE)).hasSize(2);
      assertThat(export.problems().count(Severity.WARNING)).isEqualTo(1);
      Path target = folder.resolve("again.zip");
      assertThatThrownBy(() -> ExportWriter.write(export, target, false))
          .isInstanceOf(MalformedArchiveException.class)
          .hasMessageContaining("EXP-020");
      assertThat(target).doesNotExist();
    }
  }

  @Test
  void nothing_is_written_from_a_damaged_source() throws IOException {
    edit(message(unpacked), "</Messages>", "");
    Path target = folder.resolve("again.zip");
    try (Export export = open(unpacked)) {
      assertThatThrownBy(() -> ExportWriter.write(export, target, false))
          .isInstanceOf(MalformedArchiveException.class)
          .hasMessageContaining("EXP-021");
      assertThat(target).doesNotExist();
    }
  }

  @Test
  void a_damaged_entry_does_not_hide_what_the_others_prove() throws IOException {
    Files.writeString(unpacked.resolve("Principals.xml"), "<", StandardCharsets.UTF_8);
    try (Export export = open(unpacked)) {
      assertThat(RoundTripTest.all(export, Kind.MESSAGE)).hasSize(2);
    }
  }

  @Test
  void other_containers_are_refused_with_a_guess() throws IOException {
    Path jar = Files.createDirectories(folder.resolve("jar/META-INF")).getParent();
    Files.writeString(jar.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\n");
    assertThatThrownBy(() -> open(jar))
        .isInstanceOf(UnsupportedArchiveException.class)
        .hasMessageContaining("Java archive");
    Path feed = Files.createDirectories(folder.resolve("feed"));
    Files.writeString(feed.resolve("feed.xml"), "<rss/>");
    assertThatThrownBy(() -> open(feed)).hasMessageContaining("none of its 1 XML files");
  }
}
