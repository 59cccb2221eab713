package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store from its making to the room that comes back. */
class StoreTest {
  private static final Path MONDAY = Path.of("samples/contoso-monday.zip");
  private static final Path TUESDAY = Path.of("samples/contoso-tuesday.zip");

  @TempDir Path folder;
  private String store = "";

  @BeforeEach
  void makes_a_store() {
    store = folder.resolve("store").toString();
    assertThat(Run.pchat("init", "--store", store).exit()).isZero();
  }

  private Run backup(String... words) {
    List<String> all = new java.util.ArrayList<>(List.of("backup", "--store", store));
    all.addAll(List.of(words));
    return Run.pchat(all.toArray(String[]::new));
  }

  @Test
  void what_was_saved_comes_back_byte_for_byte() throws IOException {
    assertThat(backup(MONDAY.toString(), TUESDAY.toString()).exit()).isEqualTo(7);
    Path back = folder.resolve("back.zip");
    Run restored = Run.pchat("restore", "latest~1", "--store", store, "-o", back.toString());
    assertThat(restored.exit()).isZero();
    assertThat(entries(back)).isEqualTo(entries(MONDAY)).isNotEmpty();
    assertThat(List.copyOf(entries(back).keySet()))
        .isEqualTo(List.copyOf(entries(MONDAY).keySet()));
  }

  private static Map<String, String> entries(Path zip) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (InputStream file = Files.newInputStream(zip);
        var in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(
            entry.getName(),
            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return entries;
  }

  @Test
  void a_snapshot_is_a_source_like_any_other() {
    backup(MONDAY.toString(), TUESDAY.toString());
    assertThat(Run.pchat("info", store + "@latest", "--json").out())
        .contains("\"kind\":\"snapshot\"", "\"messages\":3805");
    Run diff = Run.pchat("diff", store + "@2019-01-14", store + "@latest", "--json");
    Run plain = Run.pchat("diff", MONDAY.toString(), TUESDAY.toString(), "--json");
    assertThat(diff.exit()).isEqualTo(1);
    assertThat(diff.out().replaceAll("\"[^\"]*@[0-9a-f]{16}\"", "F"))
        .isEqualTo(
            plain.out().replace("\"" + MONDAY + "\"", "F").replace("\"" + TUESDAY + "\"", "F"));
    assertThat(Run.pchat("validate", store + "@latest~1").exit()).isZero();
    assertThat(Run.pchat("diff", store + "@latest", TUESDAY.toString()).exit()).isZero();
  }

  @Test
  void what_is_known_is_not_read_again() {
    backup(MONDAY.toString());
    assertThat(backup(TUESDAY.toString(), "--json").out()).contains("\"unchanged\":30");
    assertThat(backup(TUESDAY.toString(), "--json", "--thorough").out())
        .contains("\"unchanged\":0", "\"added\":0");
  }

  @Test
  void a_room_comes_back_all_the_way() {
    backup(MONDAY.toString(), TUESDAY.toString());
    Path back = folder.resolve("room.zip");
    Run run =
        Run.pchat("restore", "--room", "boot 2004-2006", "--store", store, "-o", back.toString());
    assertThat(run.err()).contains("the last snapshot that has it is", "h ", "min old");
    assertThat(back).exists();
    assertThat(
            folder.resolve("room.RESTORE.md").toFile().exists()
                || folder.resolve("RESTORE.md").toFile().exists())
        .isTrue();
    assertThat(run.exit()).isLessThanOrEqualTo(1);
  }

  @Test
  void what_is_missing_is_said_with_its_own_exit_code() {
    assertThat(Run.pchat("snapshots", "--store", folder.resolve("none").toString()).exit())
        .isEqualTo(10);
    assertThat(Run.pchat("info", store + "@latest").exit()).isEqualTo(10);
    assertThat(Run.pchat("init", "--store", store).exit()).isEqualTo(6);
    assertThat(Run.pchat("init", "--store", "samples").exit()).isEqualTo(6);
    assertThat(Run.pchat("info", store).exit()).isEqualTo(2);
  }

  @Test
  void a_damaged_source_leaves_no_snapshot() throws IOException {
    byte[] bytes = Files.readAllBytes(MONDAY);
    bytes[bytes.length / 2] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.zip"), bytes);
    assertThat(backup(damaged.toString()).exit()).isEqualTo(4);
    assertThat(Run.pchat("snapshots", "--store", store, "--json").out())
        .contains("\"snapshots\":[]");
  }
}
