package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.layout.EntryWalk.Stop;
import org.pchat.model.ReadOptions;
import org.pchat.respell.Respelling;
import org.pchat.respell.Styles;
import org.pchat.zip.Entry;

/** Whatever the layout, gaps and records in their order are the entry, byte for byte. */
class WalkCopyTest {
  private static MemorySource pool;

  @TempDir private Path folder;

  static Stream<Respelling> layouts() {
    return Styles.all().stream().map(Respelling.class::cast);
  }

  @BeforeAll
  static void read_the_sample() throws IOException {
    try (Export sample =
        ExportReader.open(Path.of("samples/contoso-monday.zip"), ReadOptions.defaults())) {
      pool = MemorySource.copyOf(sample);
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void a_copy_that_keeps_everything_has_the_same_entries(Respelling layout) throws IOException {
    Path zip = layout.write(pool, folder.resolve("respelled.zip"));
    try (Export export = ExportReader.open(zip, ReadOptions.defaults())) {
      check(export);
    }
  }

  @Test
  void the_canonical_layout_is_no_exception() throws IOException {
    Path sample = Path.of("samples/contoso-tuesday.zip");
    try (Export export = ExportReader.open(sample, ReadOptions.defaults())) {
      check(export);
    }
  }

  static void check(Export export) throws IOException {
    int walked = 0;
    for (Entry entry : export.container().entries()) {
      if (export.layout().role(entry.name()).isPresent()) {
        walked++;
        assertThat(copy(export, entry)).as(entry.name()).isEqualTo(bytes(export, entry));
      }
    }
    assertThat(walked).isPositive();
  }

  private static byte[] bytes(Export export, Entry entry) throws IOException {
    try (InputStream in = export.container().open(entry)) {
      return in.readAllBytes();
    }
  }

  /** Copies an entry; every element that opens must close, and no other. */
  private static byte[] copy(Export export, Entry entry) throws IOException {
    var copy = new ByteArrayOutputStream();
    Deque<String> open = new ArrayDeque<>();
    try (EntryWalk walk = export.walk(entry)) {
      while (walk.advance()) {
        copy.write(walk.gap());
        if (walk.raw().isPresent()) {
          assertThat(walk.raw().get().offset()).isEqualTo(copy.size());
          copy.write(walk.raw().get().bytes());
        }
        if (walk.stop() == Stop.OPENING) {
          open.push("");
        } else if (walk.stop() == Stop.CLOSING) {
          open.pop();
        }
      }
      copy.write(walk.gap());
    }
    assertThat(open).isEmpty();
    return copy.toByteArray();
  }
}
