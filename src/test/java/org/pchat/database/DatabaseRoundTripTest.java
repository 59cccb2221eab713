package org.pchat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.archive.ExportReader;
import org.pchat.archive.ExportWriter;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.NastyText;
import org.pchat.fixture.Pools;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.model.Ticks;

/** What is imported comes out again, to the last bit. */
class DatabaseRoundTripTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"contoso-monday.zip", "contoso-tuesday.zip"})
  void a_sample_survives_record_for_record(String sample) throws IOException {
    Path export = Path.of("samples", sample);
    ImportOutcome outcome = TestPools.load(export, TestPools.in(folder));
    assertThat(outcome.newPool()).isTrue();
    assertThat(TestPools.records(TestPools.in(folder))).isEqualTo(TestPools.records(export));
  }

  @Test
  void every_entry_of_the_export_has_the_same_bytes_as_that_of_the_sample() throws IOException {
    TestPools.load(TestPools.MONDAY, TestPools.in(folder));
    Path export = folder.resolve("export.zip");
    try (ChatSource pool = TestPools.open(TestPools.in(folder))) {
      ExportWriter.write(pool, export, false);
    }
    try (var before = ExportReader.open(TestPools.MONDAY, ReadOptions.defaults());
        var after = ExportReader.open(export, ReadOptions.defaults())) {
      for (Kind<?> kind : Kind.ALL) {
        assertThat(after.statedCount(org.pchat.model.Part.of(kind)))
            .isEqualTo(before.statedCount(org.pchat.model.Part.of(kind)));
      }
      for (var entry : before.container().entries()) {
        if (!entry.name().equals("Manifest.xml")) {
          try (var one = before.container().open(entry);
              var other =
                  after.container().open(after.container().entry(entry.name()).orElseThrow())) {
            assertThat(other.readAllBytes()).as(entry.name()).isEqualTo(one.readAllBytes());
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nasty_texts_ids_and_times_survive(long seed) throws IOException {
    var random = new Random(seed);
    var nasty = new NastyText(random);
    ChatSource plain = Pools.of(List.of("Desk"), List.of("hello"));
    var room = plain.structure().rooms().iterator().next().guid();
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long id = i == 0 ? Long.MIN_VALUE : i == 1 ? Long.MAX_VALUE : random.nextLong();
      String rtf = i % 3 == 0 ? null : i % 3 == 1 ? "" : nasty.next();
      messages.add(
          new Message(
              room,
              id,
              new Ticks(random.nextLong()),
              i % 5 == 0 ? null : Pools.KIM,
              i % 10 == 0 ? Integer.toString(-5 - i) : null,
              random.nextBoolean(),
              i == 2 ? "" : nasty.next(),
              rtf));
    }
    ChatSource source = MemorySource.copyOf(plain).withMessages(messages);
    TestPools.load(source, TestPools.in(folder));
    assertThat(TestPools.records(TestPools.in(folder)).get("messages"))
        .isEqualTo(TestPools.records(source).get("messages"));
  }

  @Test
  void a_second_import_changes_nothing() throws IOException {
    H2Address pool = TestPools.in(folder);
    TestPools.load(TestPools.MONDAY, pool);
    var before = TestPools.records(pool);
    ImportOutcome again = TestPools.load(TestPools.MONDAY, pool);
    assertThat(again.changedNothing()).isTrue();
    assertThat(again.newPool()).isFalse();
    assertThat(again.of(Kind.MESSAGE).unchanged()).isEqualTo(4_020);
    assertThat(TestPools.records(pool)).isEqualTo(before);
  }

  @Test
  void a_new_pool_belongs_to_its_owner_and_nothing_else_is_left() throws IOException {
    TestPools.load(TestPools.MONDAY, TestPools.in(folder));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("pool.mv.db");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("pool.mv.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void reading_changes_no_byte_of_the_file() throws IOException {
    H2Address pool = TestPools.in(folder);
    TestPools.load(TestPools.MONDAY, pool);
    byte[] before = Files.readAllBytes(folder.resolve("pool.mv.db"));
    TestPools.records(pool);
    assertThat(folder.resolve("pool.mv.db")).hasBinaryContent(before);
  }
}
