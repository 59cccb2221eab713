package org.pchat.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExternalSortTest {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  @TempDir private Path folder;

  /** Ordered by key alone, so that the number shows whether the sort is stable. */
  private record Entry(int key, int number, String text) {
    static final Comparator<Entry> BY_KEY = Comparator.comparingInt(Entry::key);
  }

  private static class EntryCodec implements Codec<Entry> {
    @Override
    public void write(Entry record, DataOutput out) throws IOException {
      out.writeInt(record.key);
      out.writeInt(record.number);
      CompactText.write(record.text, out);
    }

    @Override
    public Entry read(DataInput in) throws IOException {
      return new Entry(in.readInt(), in.readInt(), CompactText.read(in));
    }
  }

  @ParameterizedTest(name = "{0} records, {1} bytes, {2} runs at once")
  @CsvSource({
    "0, 1000, 2",
    "1, 1000, 2",
    "1, 1, 2",
    "7, 1, 2",
    "64, 1, 2",
    "500, 1, 2",
    "500, 1, 3",
    "3000, 2000, 3",
    "3000, 2000, 64",
    "20000, 20000, 4",
    "4300, 1, 64",
    "3000, 1000000000, 2"
  })
  void gives_the_order_that_sorting_a_list_gives(int count, long memory, int runsAtOnce)
      throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      List<Entry> entries = random(seed, count);
      try (var sort =
          new ExternalSort<>(
              Entry.BY_KEY, new EntryCodec(), new SortSpace(memory, folder), runsAtOnce)) {
        assertThat(sorted(sort, entries)).isEqualTo(entries.stream().sorted(Entry.BY_KEY).toList());
        assertThat(folder).isEmptyDirectory();
      }
    }
  }

  @Test
  void merges_in_several_passes_where_there_are_many_runs() throws IOException {
    try (var sort = tiny(4)) {
      for (Entry entry : random(1, 100)) {
        sort.add(entry);
      }
      assertThat(sort.files()).isEqualTo(4);
      assertThat(sort.runs()).as("1210 in base 4").isEqualTo(1 + 2 + 1);
    }
  }

  @Test
  void leaves_the_disk_alone_while_the_memory_suffices() throws IOException {
    var nowhere = new SortSpace(1 << 20, folder.resolve("missing"));
    try (var sort = new ExternalSort<>(Entry.BY_KEY, new EntryCodec(), nowhere)) {
      List<Entry> entries = random(2, 1000);
      assertThat(sorted(sort, entries)).isEqualTo(entries.stream().sorted(Entry.BY_KEY).toList());
      assertThat(sort.files()).isZero();
    }
  }

  @Test
  void keeps_its_files_readable_by_the_owner_only_and_without_a_name() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(OPEN_FILES), "skipped: no " + OPEN_FILES);
    try (var sort = tiny(8)) {
      for (Entry entry : random(3, 20)) {
        sort.add(entry);
      }
      assertThat(folder).isEmptyDirectory();
      Set<Path> open = openFiles();
      assertThat(open).hasSize(sort.files());
      for (Path file : open) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
    assertThat(openFiles()).isEmpty();
  }

  @Test
  void says_which_folder_is_missing() throws IOException {
    Path missing = folder.resolve("missing");
    try (var sort = new ExternalSort<>(Entry.BY_KEY, new EntryCodec(), new SortSpace(1, missing))) {
      assertThatThrownBy(() -> sort.add(new Entry(1, 1, "")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("\"" + missing + "\"")
          .hasMessageContaining("does not exist")
          .hasMessageContaining("choose another by JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER");
    }
  }

  @Test
  void says_which_folder_is_full() throws IOException {
    var full =
        new EntryCodec() {
          private int written;

          @Override
          public void write(Entry record, DataOutput out) throws IOException {
            if (++written > 3) {
              throw new IOException("No space left on device");
            }
            super.write(record, out);
          }
        };
    try (var sort = new ExternalSort<>(Entry.BY_KEY, full, new SortSpace(1, folder))) {
      sort.add(new Entry(1, 1, ""));
      assertThatThrownBy(() -> sort.add(new Entry(2, 2, "")))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("the folder \"" + folder + "\" cannot take temporary files")
          .hasMessageContaining("No space left on device");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void walks_only_once_and_takes_nothing_after_that() throws IOException {
    try (var sort = tiny(2)) {
      sort.add(new Entry(1, 1, ""));
      try (var walk = sort.sorted()) {
        assertThatThrownBy(walk::record).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(sort::sorted).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sort.add(new Entry(2, 2, "")))
            .isInstanceOf(IllegalStateException.class);
        assertThat(walk.advance()).isTrue();
        assertThat(walk.advance()).isFalse();
        assertThat(walk.advance()).isFalse();
        assertThatThrownBy(walk::record).isInstanceOf(IllegalStateException.class);
      }
    }
  }

  private ExternalSort<Entry> tiny(int runsAtOnce) {
    return new ExternalSort<>(Entry.BY_KEY, new EntryCodec(), new SortSpace(1, folder), runsAtOnce);
  }

  private static List<Entry> sorted(ExternalSort<Entry> sort, List<Entry> entries)
      throws IOException {
    for (Entry entry : entries) {
      sort.add(entry);
    }
    List<Entry> sorted = new ArrayList<>();
    try (var walk = sort.sorted()) {
      while (walk.advance()) {
        sorted.add(walk.record());
      }
    }
    return sorted;
  }

  private static List<Entry> random(int seed, int count) {
    var random = new Random(seed);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = random.nextBoolean() ? "" : "x\uD800\u0416".repeat(random.nextInt(9));
      entries.add(new Entry(random.nextInt(1 + count / 3), i, text));
    }
    return entries;
  }

  /** Returns the files in the folder that this process has open, named or not. */
  private Set<Path> openFiles() throws IOException {
    Set<Path> found = new HashSet<>();
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      for (Path file : open.toList()) {
        if (isInFolder(file)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private boolean isInFolder(Path link) throws IOException {
    try {
      return Files.readSymbolicLink(link).startsWith(folder);
    } catch (NoSuchFileException closedMeanwhile) {
      return false;
    }
  }
}
