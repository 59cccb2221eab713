package org.pchat.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pchat.fixture.Tools;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.CancelledException;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.ZipProblem;

class ContainerTest {
  @TempDir Path directory;

  private final Map<String, String> contents = new TreeMap<>();
  private final ProblemLog problems = ProblemLog.tolerant();
  private Path file;

  @BeforeEach
  void write_an_archive() throws IOException {
    var random = new Random(1);
    for (String name : List.of("a.xml", "b.xml")) {
      var text = new StringBuilder();
      while (text.length() < 200_000) {
        text.append(random.nextLong());
      }
      contents.put(name, text.toString());
    }
    file = Containers.write(directory.resolve("in.zip"), contents);
  }

  @Test
  void offers_its_entries_by_order_and_by_name() throws IOException {
    try (var zip = Containers.open(file)) {
      assertThat(zip.path()).isEqualTo(file);
      assertThat(zip.isDirectory()).isFalse();
      assertThat(zip.bytes()).isEqualTo(Files.size(file));
      assertThat(zip.entries()).extracting(Entry::name).containsExactly("a.xml", "b.xml");
      assertThat(zip.entry("b.xml")).contains(zip.entries().get(1));
      assertThat(zip.entry("B.xml")).isEmpty();
    }
  }

  @Test
  void reads_several_entries_at_once_on_one_thread() throws IOException {
    try (var zip = Containers.open(file);
        var one = zip.open(zip.entries().get(0));
        var other = zip.open(zip.entries().get(1))) {
      for (int i = 0; i < 10; i++) {
        int from = i * 10_000;
        assertThat(new String(one.readNBytes(10_000), UTF_8))
            .isEqualTo(contents.get("a.xml").substring(from, from + 10_000));
        assertThat(new String(other.readNBytes(10_000), UTF_8))
            .isEqualTo(contents.get("b.xml").substring(from, from + 10_000));
      }
    }
  }

  @Test
  void reads_several_entries_at_once_on_several_threads() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try (var zip = Containers.open(file)) {
      List<Callable<String>> readings =
          List.of(
              () -> Containers.read(zip, zip.entries().get(0)),
              () -> Containers.read(zip, zip.entries().get(1)),
              () -> Containers.read(zip, zip.entries().get(0)),
              () -> Containers.read(zip, zip.entries().get(1)));
      var read = threads.invokeAll(readings);
      for (int i = 0; i < readings.size(); i++) {
        String name = zip.entries().get(i % 2).name();
        assertThat(read.get(i).get().equals(contents.get(name))).as(name).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void checks_the_content_without_being_asked_for_its_end() throws IOException {
    var damaged = CraftedEntry.stored("a.xml", "content");
    damaged.crc ^= 1;
    damaged.localCrc ^= 1;
    Path crafted = Containers.write(directory.resolve("crc.zip"), CraftedZip.of(damaged).bytes());
    try (var zip = Containers.open(crafted);
        var in = zip.open(zip.entries().get(0))) {
      assertThatThrownBy(() -> in.readNBytes(7))
          .isInstanceOf(MalformedArchiveException.class)
          .hasMessageContaining("crc.zip: a.xml: the content is damaged");
    }
  }

  @Test
  void reads_byte_by_byte_too() throws IOException {
    var entry = CraftedEntry.stored("a", new byte[] {(byte) 200, 7});
    Path crafted = Containers.write(directory.resolve("bytes.zip"), CraftedZip.of(entry).bytes());
    try (var zip = Containers.open(crafted);
        var in = zip.open(zip.entries().get(0))) {
      assertThat(in.read(new byte[1], 0, 0)).isZero();
      assertThat(List.of(in.read(), in.read(), in.read(), in.read()))
          .containsExactly(200, 7, -1, -1);
    }
  }

  @Test
  void reads_nothing_from_a_closed_stream() throws IOException {
    try (var zip = Containers.open(file)) {
      var in = zip.open(zip.entries().get(0));
      in.close();
      assertThatThrownBy(in::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void opens_no_entry_of_another_container() throws IOException {
    Path other = Containers.write(directory.resolve("other.zip"), Map.of("a.xml", "other"));
    try (var zip = Containers.open(file);
        var stranger = Containers.open(other)) {
      assertThatIllegalArgumentException().isThrownBy(() -> zip.open(stranger.entries().get(0)));
    }
  }

  @Test
  void tells_its_watch_of_the_packed_bytes() throws IOException {
    var bytes = new AtomicLong();
    try (var zip = Container.open(file, Limits.defaults(), problems, watch(false, bytes))) {
      bytes.set(0);
      Containers.read(zip);
      assertThat(bytes.get())
          .isEqualTo(zip.entries().stream().mapToLong(Entry::compressedSize).sum());
    }
  }

  @Test
  void stops_when_its_watch_asks_it_to() throws IOException {
    assertThatThrownBy(
            () -> Container.open(file, Limits.defaults(), problems, watch(true, new AtomicLong())))
        .isInstanceOf(CancelledException.class);
  }

  private static Watch watch(boolean cancelled, AtomicLong bytes) {
    return new Watch() {
      @Override
      public boolean cancelled() {
        return cancelled;
      }

      @Override
      public void read(long count) {
        bytes.addAndGet(count);
      }
    };
  }

  @Test
  void reports_a_file_that_was_changed_while_it_was_open() throws IOException {
    try (var zip = Containers.open(file, problems)) {
      Containers.read(zip);
      Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    }
    assertThat(problems.problems()).extracting(Problem::code).containsExactly(ZipProblem.CHANGED);
  }

  @Test
  void reports_nothing_of_a_file_that_stayed_as_it_was() throws IOException {
    Containers.read(file, problems);
    assertThat(problems.problems()).isEmpty();
  }

  @Test
  void blames_the_change_when_the_content_goes_wrong_by_it() throws IOException {
    try (var zip = Containers.open(file)) {
      Files.write(file, new byte[100], StandardOpenOption.TRUNCATE_EXISTING);
      var thrown = catchThrowableOfType(ArchiveException.class, () -> Containers.read(zip));
      assertThat(thrown.problem().code()).isEqualTo(ZipProblem.CHANGED);
    }
  }

  @Test
  void leaves_it_to_the_caller_to_word_a_missing_file() {
    assertThatThrownBy(() -> Containers.open(directory.resolve("missing.zip")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void refuses_what_is_neither_file_nor_directory() {
    assertThat(refusal(Path.of("/dev/null"))).isEqualTo(ZipProblem.NOT_A_FILE);
  }

  @Test
  void warns_of_an_archive_without_entries() throws IOException {
    Containers.read(Containers.write(directory.resolve("empty.zip"), Map.of()), problems);
    assertThat(problems.problems())
        .extracting(Problem::code)
        .containsExactly(ZipProblem.EMPTY_ARCHIVE);
  }

  @Test
  void reads_deflate64_and_meets_its_damage_with_its_own_exceptions() throws Exception {
    String text = contents.get("a.xml").substring(0, 20_000);
    byte[] packed = packedWithDeflate64(text);
    assertThat(Containers.read(Containers.write(file, packed))).containsEntry("plain.xml", text);
    var random = new Random(2);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = packed.clone();
      damaged[60 + random.nextInt(2_000)] ^= (byte) (1 << random.nextInt(8));
      Containers.write(file, damaged);
      assertThatThrownBy(() -> Containers.read(file)).isInstanceOf(ArchiveException.class);
    }
  }

  private byte[] packedWithDeflate64(String text) throws Exception {
    Path packed = directory.resolve("packed.zip");
    Path plain = Files.writeString(directory.resolve("plain.xml"), text);
    var command =
        List.of(Tools.require("7z"), "a", "-tzip", "-mm=Deflate64", "-bso0", "-bd", packed, plain);
    var words = command.stream().map(Object::toString).toList();
    assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
    return Files.readAllBytes(packed);
  }

  @Test
  void says_how_a_file_that_is_no_zip_looks_to_it() throws IOException {
    Files.writeString(file, "\u001f\u008b", ISO_8859_1);
    assertThatThrownBy(() -> Containers.open(file))
        .hasMessage(
            file
                + ": this is a gzip file, not a ZIP file; unpack it and give the ZIP file or the"
                + " directory that is in it [ZIP-006]");
  }

  @ParameterizedTest
  @CsvSource({
    "<html>, WEB_PAGE, a login or error page",
    "<Rooms/>, BARE_XML, the directory into which it was unpacked",
    "%PDF-1.4, OTHER_FILE, the ZIP file that the export wrote",
    "TAPE, SQL_FILE, pchat size",
  })
  void says_what_a_file_is_and_what_to_do(String head, ZipProblem expected, String advice)
      throws IOException {
    Files.writeString(file, head, ISO_8859_1);
    var thrown = catchThrowableOfType(ArchiveException.class, () -> Containers.open(file));
    assertThat(thrown.problem().code()).isEqualTo(expected);
    assertThat(thrown).hasMessageContaining(advice);
  }

  @Test
  void tells_a_cut_zip_from_what_never_was_one() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Containers.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(refusal(file)).isEqualTo(ZipProblem.TRUNCATED);
    Files.writeString(file, "Dear colleague, please find the export attached.");
    assertThat(refusal(file)).isEqualTo(ZipProblem.NOT_A_ZIP);
    Files.writeString(file, "");
    assertThat(refusal(file)).isEqualTo(ZipProblem.EMPTY_FILE);
  }

  private static Object refusal(Path path) {
    return catchThrowableOfType(ArchiveException.class, () -> Containers.open(path))
        .problem()
        .code();
  }

  @Test
  void sees_every_stream_through_the_same_file_when_the_name_changes_hands() throws IOException {
    try (var zip = Containers.open(file, problems);
        InputStream in = zip.open(zip.entries().get(0))) {
      Path other = Containers.write(directory.resolve("other.zip"), Map.of("a.xml", "other"));
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertThat(new String(in.readAllBytes(), UTF_8).equals(contents.get("a.xml"))).isTrue();
    }
    assertThat(problems.problems()).extracting(Problem::code).containsExactly(ZipProblem.CHANGED);
  }
}
