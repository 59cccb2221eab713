package org.pchat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Pools;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.problem.ArchiveException;

/** A damaged export is refused or reads as if nothing had happened; it never reads differently. */
class ExportDamageTest {
  @TempDir Path folder;

  private byte[] good;
  private List<List<?>> content;

  @BeforeEach
  void a_reference_export_of_less_than_4_kb() throws IOException {
    Path file = Pools.write(folder.resolve("good.zip"), List.of("Desk"), List.of("one", "two"));
    good = Files.readAllBytes(file);
    assertThat(good).hasSizeLessThan(4_096);
    content = read(file).orElseThrow();
  }

  /** Returns all records by kind; nothing where reading is refused. */
  private static Optional<List<List<?>>> read(Path file) {
    List<List<?>> all = new ArrayList<>();
    try (ChatSource source = RoundTripTest.open(file)) {
      for (Kind<?> kind : Kind.ALL) {
        all.add(RoundTripTest.all(source, kind));
      }
      return Optional.of(all);
    } catch (ArchiveException | IOException refused) {
      return Optional.empty();
    }
  }

  private void refusedOrIdentical(byte[] bytes, String damage) throws IOException {
    Path file = Files.write(folder.resolve("damaged.zip"), bytes);
    read(file).ifPresent(read -> assertThat(read).as(damage).isEqualTo(content));
  }

  @Test
  void every_prefix() throws IOException {
    for (int length = 0; length < good.length; length++) {
      Path file = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(good, length));
      assertThat(read(file)).as("first %d bytes", length).isEmpty();
    }
  }

  @Test
  void every_flipped_bit() throws IOException {
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bytes = good.clone();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      refusedOrIdentical(bytes, "bit " + bit);
    }
  }
}
