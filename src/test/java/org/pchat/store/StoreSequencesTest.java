package org.pchat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.chunk.Hash;
import org.pchat.fixture.Pools;
import org.pchat.keep.Period;
import org.pchat.keep.Policy;
import org.pchat.model.Watch;

/** Whatever is done to a store in whatever order, what it keeps it keeps whole. */
class StoreSequencesTest {
  private static final int STEPS = Integer.getInteger("pchat.store.steps", 300);

  @TempDir Path folder;

  private final Map<String, Map<String, Hash>> saved = new HashMap<>();
  private final List<String> rooms = new ArrayList<>(List.of("Desk", "Hall", "Lab"));
  private final List<String> texts = new ArrayList<>();
  private Random random = new Random();
  private int day;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void every_snapshot_that_is_kept_restores(long seed) throws IOException {
    random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      texts.add(text());
    }
    Store store = Store.init(folder.resolve("store"));
    for (int step = 0; step < STEPS; step++) {
      Optional<String> lastGood = lastGoodWhileClosed(store);
      step(store);
      if (lastGood.isPresent() && !accepted) {
        assertThat(ids(store)).as("step %s", step).contains(lastGood.get());
      }
      accepted = false;
      if (step % 25 == 0 || step == STEPS - 1) {
        check(store);
      }
    }
  }

  private boolean accepted;

  private String text() {
    return "word" + random.nextInt(1_000_000) + " " + Long.toHexString(random.nextLong());
  }

  private void step(Store store) throws IOException {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4, 5 -> backup(store);
      case 6 -> forget(store, Policy.EMPTY.keep(Period.LAST, 1 + random.nextInt(4)));
      case 7 -> forget(store, Policy.EMPTY.keep(Period.WEEKLY, 2).keep(Period.LAST, 2));
      case 8 -> acceptOrPin(store);
      default -> assertThat(StoreBench.verify(store).problems()).isEmpty();
    }
  }

  private void backup(Store store) throws IOException {
    int change = random.nextInt(12);
    if (change == 0 && texts.size() > 20) {
      texts.subList(0, texts.size() / 2).clear();
    } else if (change == 1 && rooms.size() > 1) {
      rooms.remove(rooms.size() - 1);
    } else if (change == 2) {
      rooms.add("Room " + day);
    } else if (change == 3) {
      texts.set(random.nextInt(texts.size()), text());
    } else {
      texts.add(text());
    }
    Path zip = Pools.write(folder.resolve("pool" + day + ".zip"), rooms, texts);
    Backup.Outcome outcome = StoreBench.backup(store, zip, day++);
    saved.put(outcome.snapshot().id(), StoreBench.hashes(zip));
  }

  private void forget(Store store, Policy policy) throws IOException {
    Removal.run(
        store,
        all ->
            Forgetting.forgotten(
                Forgetting.decide(
                    all,
                    policy,
                    StoreBench.FIRST.plus(java.time.Duration.ofDays(day)),
                    ZoneOffset.UTC)),
        Watch.NONE);
  }

  private void acceptOrPin(Store store) throws IOException {
    List<String> ids = ids(store);
    if (!ids.isEmpty()) {
      var name = new SnapshotName(store.folder(), ids.get(random.nextInt(ids.size())));
      if (random.nextBoolean()) {
        Marking.accept(store, name);
        accepted = true;
      } else {
        Marking.pin(store, name, random.nextInt(4) == 0);
      }
    }
  }

  private static List<String> ids(Store store) throws IOException {
    return store.snapshots(new ArrayList<>()).stream().map(Snapshot::id).toList();
  }

  private static Optional<String> lastGoodWhileClosed(Store store) throws IOException {
    List<Snapshot> all = store.snapshots(new ArrayList<>());
    if (all.isEmpty() || !all.get(all.size() - 1).suspect()) {
      return Optional.empty();
    }
    return all.stream()
        .filter(snapshot -> !snapshot.suspect())
        .reduce((earlier, later) -> later)
        .map(Snapshot::id);
  }

  private void check(Store store) throws IOException {
    assertThat(StoreBench.verify(store).problems()).isEmpty();
    List<String> ids = ids(store);
    assertThat(saved.keySet()).containsAll(Set.copyOf(ids));
    for (String id : ids) {
      assertThat(StoreBench.hashes(store, id)).isEqualTo(saved.get(id));
    }
  }
}
