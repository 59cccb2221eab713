package org.pchat.salvage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.archive.ExportReader;
import org.pchat.archive.Schemas;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.Severity;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;
import org.pchat.zip.Fragment;
import org.pchat.zip.Limits;
import org.pchat.zip.Wreck;

/**
 * Whatever is cut off a sample or flipped in it: what salvage returns was in it, and what it does
 * not return it names.
 */
class SampleDamageTest {
  private static final Path SAMPLE = Path.of("samples/contoso-monday.zip");
  private static final int STEP = 997;
  private static final int FLIPS = 2_000;

  @TempDir Path folder;

  private byte[] good;
  private Map<String, Map<String, Long>> original;
  private final Map<String, Long> places = new HashMap<>();

  @BeforeEach
  void an_original() throws IOException {
    good = Files.readAllBytes(SAMPLE);
    original = records(SAMPLE);
    try (var wreck = Wreck.open(SAMPLE, Limits.defaults(), Watch.NONE)) {
      wreck.fragments().forEach(f -> places.put(f.names().get(0), f.offset()));
      assertThat(wreck.fragments()).extracting(Fragment::problem).containsOnlyNulls();
    }
  }

  /** Returns each entry's records, which are lines, with the place at which they stand. */
  private static Map<String, Map<String, Long>> records(Path export) throws IOException {
    Map<String, Map<String, Long>> all = new LinkedHashMap<>();
    try (var container =
        Container.open(export, Limits.defaults(), ProblemLog.strict(), Watch.NONE)) {
      for (Entry entry : container.entries()) {
        if (!entry.name().equals("Manifest.xml")) {
          try (InputStream in = container.open(entry)) {
            all.put(entry.name(), lines(in.readAllBytes()));
          }
        }
      }
    }
    return all;
  }

  private static Map<String, Long> lines(byte[] entry) {
    Map<String, Long> lines = new LinkedHashMap<>();
    String text = new String(entry, StandardCharsets.ISO_8859_1);
    int at = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
    for (int end; (end = text.indexOf('\n', at)) > 0; at = end + 1) {
      if (text.startsWith("</", at) || end == at) {
        continue;
      }
      lines.put(text.substring(at, end), (long) at);
    }
    return lines;
  }

  private void check(byte[] damaged, String damage) throws IOException {
    Path source = Files.write(folder.resolve("damaged.zip"), damaged);
    Path target = folder.resolve("saved.zip");
    Account account;
    try {
      account = Salvage.run(new SalvageRequest(source, target, true, null, false, 0), Watch.NONE);
    } catch (ArchiveException nothing) {
      assertThat(damaged.length).as(damage).isLessThan(2_000);
      return;
    }
    Map<String, Map<String, Long>> saved = account.written() ? records(target) : Map.of();
    saved.forEach(
        (entry, records) ->
            assertThat(original.getOrDefault(entry, Map.of()).keySet())
                .as("%s: %s", damage, entry)
                .containsAll(records.keySet()));
    List<String> unexplained = unexplained(account, saved);
    assertThat(unexplained).as(damage).isEmpty();
    if (account.isWhole()) {
      assertThat(saved).as(damage).isEqualTo(original);
    }
    if (account.written()) {
      assertThat(errors(target)).as(damage).isEmpty();
    }
  }

  /** Returns the records that are neither saved nor named as lost. */
  private List<String> unexplained(Account account, Map<String, Map<String, Long>> saved) {
    List<String> unexplained = new ArrayList<>();
    original.forEach(
        (entry, records) -> {
          Set<String> kept = new HashSet<>(saved.getOrDefault(entry, Map.of()).keySet());
          records.forEach(
              (record, at) -> {
                if (!kept.contains(record)
                    && account.losses().stream().noneMatch(loss -> explains(loss, entry, at))) {
                  unexplained.add(entry + ": " + record);
                }
              });
        });
    return unexplained;
  }

  private boolean explains(Loss loss, String entry, long at) {
    if (loss.entry() == null) {
      return places.get(entry) >= loss.file().from();
    }
    boolean within =
        loss.bytes() == null
            || (at >= loss.bytes().from() && (loss.bytes().to() < 0 || at < loss.bytes().to()));
    return loss.entry().equals(entry) && within;
  }

  private static List<Problem> errors(Path export) throws IOException {
    var options = ReadOptions.defaults();
    try (var source = ExportReader.open(export, options)) {
      source.structure();
      return options.problems().problems().stream()
          .filter(problem -> problem.severity() != Severity.WARNING)
          .toList();
    }
  }

  private void cuts(int every) throws IOException {
    for (int length = STEP; length < good.length; length += STEP * every) {
      check(Arrays.copyOf(good, length), "the first " + length + " bytes");
    }
  }

  private void flips(int every) throws IOException {
    var random = new Random(20260501);
    for (int i = 0; i < FLIPS; i++) {
      int bit = random.nextInt(good.length * 8);
      if (i % every == 0) {
        byte[] bytes = good.clone();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        check(bytes, "bit " + bit);
      }
    }
  }

  @Test
  void cut_at_every_9970th_byte() throws IOException {
    cuts(10);
  }

  @Test
  void flipped_at_200_seeded_bits() throws IOException {
    flips(10);
  }

  @Test
  @EnabledIfSystemProperty(named = "pchat.big", matches = "true")
  void cut_at_every_997th_byte() throws IOException {
    cuts(1);
  }

  @Test
  @EnabledIfSystemProperty(named = "pchat.big", matches = "true")
  void flipped_at_2_000_seeded_bits() throws IOException {
    flips(1);
  }

  @Test
  void what_is_saved_satisfies_its_schemas() throws Exception {
    for (int length : List.of(5_000, 60_000, 150_000, good.length - 2_500)) {
      Path source = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(good, length));
      Path target = folder.resolve("saved.zip");
      Salvage.run(new SalvageRequest(source, target, true, null, false, 0), Watch.NONE);
      Schemas.xmllint(target, folder.resolve("unpacked-" + length));
    }
  }

  @Test
  void a_doubtful_entry_may_hold_what_was_never_written_so_it_is_left_out() throws IOException {
    var random = new Random(7);
    int altered = 0;
    for (int i = 0; i < 40 && altered == 0; i++) {
      byte[] bytes = good.clone();
      int bit = random.nextInt(good.length * 8);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Path source = Files.write(folder.resolve("flipped.zip"), bytes);
      Path target = folder.resolve("saved.zip");
      Salvage.run(new SalvageRequest(source, target, true, null, true, 0), Watch.NONE);
      for (Map.Entry<String, Map<String, Long>> entry : records(target).entrySet()) {
        altered +=
            original.get(entry.getKey()).keySet().containsAll(entry.getValue().keySet()) ? 0 : 1;
      }
    }
    assertThat(altered).as("entries with altered records").isPositive();
  }

  @Test
  void a_sound_export_comes_out_byte_for_byte() throws IOException {
    Path target = folder.resolve("saved.zip");
    Account account =
        Salvage.run(new SalvageRequest(SAMPLE, target, false, null, false, 0), Watch.NONE);
    assertThat(account.isWhole()).isTrue();
    assertThat(account.total()).isEqualTo(605 + 7 + 1 + 36 + 5 + 694 + 26 + 4_020);
    assertThat(Files.readAllBytes(target)).isEqualTo(good);
  }
}
