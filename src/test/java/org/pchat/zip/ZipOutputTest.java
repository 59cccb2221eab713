package org.pchat.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.Tools;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;

class ZipOutputTest {
  private static final int MANY = 70_000;
  private static final long BEYOND_32_BITS = (4L << 30) + 12_345;

  @TempDir Path directory;

  private final Map<String, String> contents = new LinkedHashMap<>();
  private Path file;

  @BeforeEach
  void choose_contents() {
    contents.put("Principals.xml", "<Principal/>\n".repeat(10_000));
    contents.put("Messages/日本 räume.xml", "x");
    contents.put("Manifest.xml", "");
    file = directory.resolve("out.zip");
  }

  @Test
  void writes_what_is_read_back() throws IOException {
    var problems = ProblemLog.tolerant();
    assertThat(Containers.read(Containers.write(file, contents), problems)).isEqualTo(contents);
    assertThat(problems.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unzip -t", "7z t", "bsdtar -tf", "python3 -m zipfile -t"})
  void writes_what_other_tools_find_sound(String tool) throws Exception {
    Containers.write(file, contents);
    assertThat(run(tool)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Kiritimati"})
  void writes_the_same_bytes_in_every_time_zone(String zone) throws IOException {
    byte[] here = Files.readAllBytes(Containers.write(file, contents));
    var before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Path there = Containers.write(directory.resolve("there.zip"), contents);
      assertThat(Files.readAllBytes(there)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void writes_more_entries_than_16_bits_can_count() throws Exception {
    writeMany();
    try (var zip = Containers.open(file)) {
      assertThat(zip.entries()).hasSize(MANY);
      var last = zip.entries().get(MANY - 1);
      assertThat(last.name()).isEqualTo("Messages/69999.xml");
      assertThat(Containers.read(zip, last)).isEqualTo("69999");
    }
    for (String tool : List.of("unzip -tqq", "7z t", "bsdtar -tf", "python3 -m zipfile -t")) {
      assertThat(run(tool)).as(tool).isZero();
    }
  }

  private void writeMany() throws IOException {
    try (var out = channel(file);
        var zip = new ZipOutput(out)) {
      for (int i = 0; i < MANY; i++) {
        writeEntry(zip, "Messages/" + i + ".xml", Integer.toString(i));
      }
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "pchat.big", matches = ".*")
  void writes_and_reads_an_entry_over_4_gibibytes() throws Exception {
    try (var out = channel(file);
        var zip = new ZipOutput(out)) {
      try (var entry = zip.entry("big.xml")) {
        writeNothings(entry);
      }
      writeEntry(zip, "small.xml", "behind");
    }
    var limits = Limits.defaults().withMaxUnpacked(BEYOND_32_BITS + 6);
    try (var zip = Container.open(file, limits, ProblemLog.strict(), Watch.NONE)) {
      assertThat(zip.entries().get(0).size()).isEqualTo(BEYOND_32_BITS);
      try (InputStream in = zip.open(zip.entries().get(0))) {
        assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(BEYOND_32_BITS);
      }
      assertThat(Containers.read(zip, zip.entries().get(1))).isEqualTo("behind");
    }
    assertThat(run("unzip -t")).isZero();
    assertThat(run("7z t")).isZero();
  }

  private static void writeNothings(OutputStream entry) throws IOException {
    var block = new byte[1 << 20];
    for (long left = BEYOND_32_BITS; left > 0; left -= block.length) {
      entry.write(block, 0, (int) Math.min(block.length, left));
    }
  }

  @Test
  void copies_the_packed_bytes_of_an_entry_untouched() throws IOException {
    var stored = CraftedEntry.stored("stored.xml", "stored");
    var described = CraftedEntry.deflated("a\\b.xml", "described").withDescriptor(true, false);
    Path source = directory.resolve("source.zip");
    Containers.write(source, CraftedZip.of(stored, described).bytes());
    copy(source);
    try (var zip = (ZipContainer) Containers.open(file)) {
      var copied = zip.entry("a/b.xml").orElseThrow();
      assertThat(zip.packed(copied).readAllBytes()).isEqualTo(described.data);
      assertThat(zip.method(zip.entry("stored.xml").orElseThrow())).isEqualTo(Method.STORED);
    }
    assertThat(Containers.read(file)).isEqualTo(Containers.read(source));
  }

  @Test
  void deflates_what_it_copies_out_of_a_directory() throws IOException {
    Path source = Files.createDirectories(directory.resolve("source"));
    Files.writeString(source.resolve("a.xml"), "content".repeat(100));
    copy(source);
    assertThat(Containers.read(file)).containsOnly(Map.entry("a.xml", "content".repeat(100)));
    assertThat(Files.size(file)).isLessThan(300);
  }

  private void copy(Path source) throws IOException {
    try (var from = Containers.open(source);
        var out = channel(file);
        var zip = new ZipOutput(out)) {
      for (Entry entry : from.entries()) {
        zip.copyRaw(from, entry);
      }
    }
  }

  @Test
  void writes_one_entry_at_a_time() throws IOException {
    try (var out = channel(file);
        var zip = new ZipOutput(out)) {
      var entry = zip.entry("a");
      assertThatIllegalStateException().isThrownBy(() -> zip.entry("b"));
      entry.write('x');
      entry.close();
      entry.close();
      assertThatThrownBy(() -> entry.write('y')).isInstanceOf(IOException.class);
    }
    assertThat(Containers.read(file)).containsOnly(Map.entry("a", "x"));
  }

  @Test
  void takes_no_name_that_it_would_not_read() throws IOException {
    try (var out = channel(file);
        var zip = new ZipOutput(out)) {
      writeEntry(zip, "a.xml", "");
      for (String name : List.of("../a", "/a", "A.XML", "", "a.xml/b")) {
        assertThatIllegalArgumentException().isThrownBy(() -> zip.entry(name));
      }
    }
    assertThat(Containers.read(file)).containsOnlyKeys("a.xml");
  }

  @Test
  void fits_into_a_pending_file_and_is_read_back_by_the_reader_of_this_room() throws IOException {
    try (var pending = PendingFile.create(file, false)) {
      try (var zip = new ZipOutput(pending.channel())) {
        writeEntry(zip, "a.xml", "content");
      }
      pending.commit(
          written -> assertThat(Containers.read(written)).containsEntry("a.xml", "content"));
    }
    assertThat(Containers.read(file)).hasSize(1);
  }

  private static FileChannel channel(Path path) throws IOException {
    return FileChannel.open(
        path,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static void writeEntry(ZipOutput zip, String name, String content) throws IOException {
    try (OutputStream out = zip.entry(name)) {
      out.write(content.getBytes(UTF_8));
    }
  }

  private int run(String command) throws Exception {
    var words = new ArrayList<>(List.of(command.split(" ")));
    words.set(0, Tools.require(words.get(0)).toString());
    words.add(file.toString());
    return new ProcessBuilder(words)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }
}
