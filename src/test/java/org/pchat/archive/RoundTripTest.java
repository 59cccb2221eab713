package org.pchat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.RandomPool;
import org.pchat.fixture.Tools;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;
import org.pchat.problem.ProblemLog;

class RoundTripTest {
  private static final int POOLS = 200;

  @TempDir Path folder;

  static Stream<Integer> seeds() {
    return IntStream.range(0, POOLS).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_field_of_every_record_survives_and_writing_again_gives_the_same_bytes(int seed)
      throws IOException {
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    ChatSource pool = RandomPool.with(seed);
    ExportWriter.write(pool, first, false);
    try (ChatSource read = open(first)) {
      for (Kind<?> kind : Kind.ALL) {
        assertThat(all(read, kind)).as(kind.plural()).isEqualTo(all(pool, kind));
      }
      assertThat(read.coverage().snapshotTime()).isEqualTo(pool.coverage().snapshotTime());
      assertThat(read.unknown().isEmpty()).isTrue();
      ExportWriter.write(read, second, false);
    }
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_record_knows_its_own_bytes(int seed) throws IOException {
    Path export = folder.resolve("export.zip");
    ExportWriter.write(RandomPool.with(seed), export, false);
    try (ChatSource read = open(export)) {
      for (Kind<?> kind : Kind.ALL) {
        try (RecordCursor<?> records = read.records(kind)) {
          while (records.advance()) {
            RawRecord raw = records.raw().orElseThrow();
            assertThat(raw.text())
                .startsWith("<" + kind.word() + " ")
                .endsWith(">")
                .doesNotContain("\n");
          }
        }
      }
    }
  }

  static Stream<Integer> someSeeds() {
    return IntStream.range(0, 10).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("someSeeds")
  void every_entry_satisfies_its_schema_for_an_independent_validator(int seed) throws Exception {
    Path export = folder.resolve("export.zip");
    ExportWriter.write(RandomPool.with(seed), export, false);
    Schemas.xmllint(export, folder.resolve("unpacked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso-monday.zip", "contoso-tuesday.zip"})
  void every_entry_of_the_samples_satisfies_its_schema(String sample) throws Exception {
    Schemas.xmllint(Path.of("samples", sample), folder.resolve("unpacked"));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void the_file_is_a_zip_to_every_other_reader(List<String> command) throws Exception {
    Tools.require(command.get(0));
    Path export = folder.resolve("export.zip");
    ExportWriter.write(RandomPool.with(1), export, false);
    List<String> words = new ArrayList<>(command);
    words.add(export.toString());
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  static Stream<List<String>> readers() {
    return Stream.of(
        List.of("unzip", "-t"),
        List.of("7z", "t"),
        List.of("bsdtar", "-xOf"),
        List.of(
            "python3",
            "-c",
            "import sys, zipfile; sys.exit(1 if zipfile.ZipFile(sys.argv[1]).testzip() else 0)"));
  }

  static ChatSource open(Path file) throws IOException {
    return ExportReader.open(file, ReadOptions.defaults().with(ProblemLog.strict()));
  }

  static <T> List<T> all(ChatSource source, Kind<T> kind) throws IOException {
    List<T> all = new ArrayList<>();
    try (RecordCursor<T> records = source.records(kind)) {
      while (records.advance()) {
        all.add(records.record());
      }
    }
    return all;
  }

  /** Kept for readers of this test: what a whole export looks like in a directory. */
  static void unpack(Path zip, Path folder) throws Exception {
    Files.createDirectories(folder);
    Process process =
        new ProcessBuilder(
                Tools.require("unzip").toString(), "-qo", zip.toString(), "-d", folder.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
