package org.pchat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.chunk.Hash;
import org.pchat.fixture.Pools;
import org.pchat.problem.ArchiveException;

/**
 * Not one bit of a store can change unseen, and what does not need it restores all the same. {@code
 * -Dpchat.store.flips.step=1} takes every bit of a small store, and 2,000 of a large one.
 */
class StoreFlipsTest {
  /** Every so many bits are flipped. */
  private static final int STEP = Integer.getInteger("pchat.store.flips.step", 101);

  @TempDir Path folder;

  @Test
  void every_flipped_bit_of_a_small_store_is_found() throws IOException {
    Store store = Store.init(folder.resolve("store"));
    Map<String, Map<String, Hash>> saved = new HashMap<>();
    save(store, saved, 0, List.of("Desk"), List.of("good morning", "is the printer on?"));
    save(store, saved, 1, List.of("Desk"), List.of("good morning", "is the printer on?", "yes"));
    save(store, saved, 2, List.of("Desk", "Hall"), List.of("good morning", "yes"));
    store.mark(Store.Mark.PINNED, saved.keySet().iterator().next(), true);
    int flips = 0;
    for (Path file : files(store)) {
      byte[] bytes = Files.readAllBytes(file);
      for (int bit = flips % STEP; bit < 8 * bytes.length; bit += STEP) {
        flip(store, file, bytes, bit, saved);
        flips++;
      }
      Files.write(file, bytes);
    }
    assertThat(flips).isGreaterThan(30_000 / STEP);
    assertThat(StoreBench.verify(store).problems()).isEmpty();
  }

  @Test
  void flipped_bits_of_a_large_store_are_found() throws IOException {
    Store store = Store.init(folder.resolve("store"));
    Map<String, Map<String, Hash>> saved = new HashMap<>();
    int day = 0;
    for (String sample : List.of("monday", "tuesday")) {
      Path zip = Path.of("samples/contoso-" + sample + ".zip");
      String id = StoreBench.backup(store, zip, day++).snapshot().id();
      saved.put(id, StoreBench.hashes(zip));
    }
    var random = new Random(8);
    List<Path> files = files(store);
    for (int i = 0; i < 2_000 / STEP + 5; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] bytes = Files.readAllBytes(file);
      flip(store, file, bytes, random.nextInt(8 * bytes.length), saved);
      Files.write(file, bytes);
    }
  }

  private void save(
      Store store,
      Map<String, Map<String, Hash>> saved,
      int day,
      List<String> rooms,
      List<String> texts)
      throws IOException {
    Path zip = Pools.write(folder.resolve("pool" + day + ".zip"), rooms, texts);
    saved.put(StoreBench.backup(store, zip, day).snapshot().id(), StoreBench.hashes(zip));
  }

  private static List<Path> files(Store store) throws IOException {
    try (Stream<Path> all = Files.walk(store.folder())) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("lock"))
          .sorted()
          .toList();
    }
  }

  private static void flip(
      Store store, Path file, byte[] bytes, int bit, Map<String, Map<String, Hash>> saved)
      throws IOException {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    Files.write(file, flipped);
    Verification.Outcome outcome = StoreBench.verify(Store.open(store.folder()));
    assertThat(outcome.problems()).as("bit %s of %s", bit, file).isNotEmpty();
    for (Map.Entry<String, Map<String, Hash>> snapshot : saved.entrySet()) {
      if (!outcome.damaged().contains(snapshot.getKey())) {
        assertThat(StoreBench.hashes(store, snapshot.getKey()))
            .as("bit %s of %s, %s", bit, file, snapshot.getKey())
            .isEqualTo(snapshot.getValue());
      } else {
        neverWrong(store, snapshot.getKey(), snapshot.getValue());
      }
    }
  }

  private static void neverWrong(Store store, String id, Map<String, Hash> saved)
      throws IOException {
    try {
      assertThat(StoreBench.hashes(store, id)).isEqualTo(saved);
    } catch (ArchiveException | StoreException refused) {
      assertThat(refused).isNotNull();
    }
  }
}
