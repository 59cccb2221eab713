package org.pchat.backupfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.NastyText;
import org.pchat.fixture.Pools;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.model.Ticks;
import org.pchat.problem.ProblemLog;
import org.pchat.sample.SamplePool;
import org.pchat.sample.SampleSize;
import org.pchat.sqlfile.MadeBackup;
import org.pchat.sqlfile.MadeMgc;

/** Holds what is read from made files of every shape against what was written into them. */
final class BackupShapesTest {
  @TempDir private Path folder;

  /** Opens without letting anything pass. */
  private static ChatSource open(int set, Path... files) throws IOException {
    ReadOptions options = ReadOptions.defaults().with(ProblemLog.strict()).withSet(set);
    return BackupReader.open(List.of(files), options);
  }

  private static Map<String, List<?>> records(ChatSource source) throws IOException {
    Map<String, List<?>> records = new LinkedHashMap<>();
    for (Kind<?> kind : Kind.ALL) {
      records.put(kind.plural(), sorted(source, kind));
    }
    return records;
  }

  private static <T> List<T> sorted(ChatSource source, Kind<T> kind) throws IOException {
    List<T> all = new ArrayList<>(MemorySource.all(source.records(kind)));
    all.sort(kind.order());
    return all;
  }

  private Path data(ChatSource source) throws IOException {
    Path data = folder.resolve("mgc.mdf");
    MadeMgc.write(source, data);
    return data;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mdf", "plain", "packed", "sectors", "packed-sectors", "old", "sets"})
  void a_pool_comes_back_out_of_every_shape_of_file(String shape) throws IOException {
    ChatSource pool = SamplePool.of(SampleSize.parse("small"));
    Path data = data(pool);
    Path backup = folder.resolve("mgc.bak");
    var made = new MadeBackup(data, "mgc");
    switch (shape) {
      case "packed" -> made.packed().write(backup);
      case "sectors" -> made.sector(4096).write(backup);
      case "packed-sectors" -> made.packed().sector(4096).write(backup);
      case "old" -> made.oneRegion().write(backup);
      case "sets" -> made.sets(3).write(backup);
      default -> made.write(backup);
    }
    Path file = shape.equals("mdf") ? data : backup;
    try (ChatSource read = open(shape.equals("sets") ? 2 : 0, file)) {
      assertThat(records(read)).isEqualTo(records(pool));
    }
  }

  @Test
  void the_files_of_a_striped_backup_are_joined_in_any_order() throws IOException {
    ChatSource pool = SamplePool.of(SampleSize.parse("small"));
    List<Path> files =
        List.of(folder.resolve("1.bak"), folder.resolve("2.bak"), folder.resolve("3.bak"));
    new MadeBackup(data(pool), "mgc").write(files);
    try (ChatSource read = open(0, files.get(2), files.get(0), files.get(1))) {
      assertThat(records(read)).isEqualTo(records(pool));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void nasty_and_long_texts_survive(long seed) throws IOException {
    var random = new Random(seed);
    var nasty = new NastyText(random);
    ChatSource plain = Pools.of(List.of("Desk"), List.of("hello"));
    var room = plain.structure().rooms().iterator().next().guid();
    List<Message> messages = new ArrayList<>();
    int[] lengths = {0, 1, 3_999, 4_000, 4_030, 8_040, 20_100, 20_101, 100_000, 2_000_000};
    for (int i = 0; i < 60; i++) {
      long id = i == 0 ? Long.MIN_VALUE : i == 1 ? Long.MAX_VALUE : random.nextLong();
      String text = i < lengths.length ? "ä".repeat(lengths[i]) : nasty.next();
      String rtf = i % 3 == 0 ? null : "{\\rtf1 " + "é".repeat(i * i) + "}";
      Integer author = i % 10 == 0 ? Integer.valueOf(5_000 + i) : null;
      messages.add(
          new Message(
              room,
              id,
              new Ticks(random.nextLong()),
              author == null ? Pools.KIM : null,
              author == null ? null : author.toString(),
              random.nextBoolean(),
              text,
              rtf));
    }
    ChatSource pool = MemorySource.copyOf(plain).withMessages(messages);
    try (ChatSource read = open(0, data(pool))) {
      assertThat(sorted(read, Kind.MESSAGE)).isEqualTo(sorted(pool, Kind.MESSAGE));
    }
  }

  @Test
  void a_room_is_read_by_itself_and_a_backup_knows_when_it_was_made() throws IOException {
    SamplePool pool = SamplePool.of(SampleSize.parse("small"));
    Path backup = folder.resolve("mgc.bak");
    new MadeBackup(data(pool), "mgc").write(backup);
    try (ChatSource read = open(0, backup)) {
      for (var room : pool.messageRooms()) {
        assertThat(MemorySource.all(read.messages(room)))
            .isEqualTo(MemorySource.all(pool.messages(room)));
      }
      assertThat(read.coverage().snapshotTime()).hasToString("2026-05-04T03:00:00.0000000Z");
    }
  }
}
