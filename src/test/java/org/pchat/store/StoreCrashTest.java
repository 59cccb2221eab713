package org.pchat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.chunk.Hash;
import org.pchat.fixture.Pools;
import org.pchat.fixture.Tools;

/**
 * Kills a writer, fills its disk and breaks it, at its writes, syncs, renames and removals in turn.
 * {@code -Dpchat.crash.step=1} takes all of them.
 */
class StoreCrashTest {
  private static final int STEP = Integer.getInteger("pchat.crash.step", 25);
  private static final List<String> CALLS =
      List.of("write", "pwrite64", "fsync", "fdatasync", "rename", "unlink", "ftruncate", "mkdir");
  private static final List<String> FAULTS = List.of("signal=KILL", "error=ENOSPC", "error=EIO");
  private static final List<String> ROOMS = List.of("Desk", "Hall", "Lab");

  @TempDir Path folder;

  private final Map<String, Map<String, Hash>> saved = new HashMap<>();
  private int points;
  private int turn;

  @Test
  void a_backup_that_dies_leaves_every_snapshot_whole() throws Exception {
    Path seed = seed(2);
    Path next = pool(2);
    attack(seed, List.of("backup", next.toString(), "--time", "2026-01-03"), saved.keySet());
  }

  @Test
  void a_forget_that_dies_leaves_what_is_kept() throws Exception {
    Path seed = seed(3);
    Store store = Store.open(seed);
    String latest = new SnapshotName(seed, "latest").find(store).id();
    attack(seed, List.of("forget", "--keep-last", "1", "--execute"), List.of(latest));
  }

  private Path seed(int days) throws IOException {
    Tools.require("strace");
    Store store = Store.init(folder.resolve("seed"));
    for (int day = 0; day < days; day++) {
      Path zip = pool(day);
      saved.put(StoreBench.backup(store, zip, day).snapshot().id(), StoreBench.hashes(zip));
    }
    return store.folder();
  }

  private Path pool(int day) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 10 + 5 * day; i++) {
      texts.add("message " + i + " of this room");
    }
    return Pools.write(folder.resolve("pool" + day + ".zip"), ROOMS, texts);
  }

  private void attack(Path seed, List<String> words, Iterable<String> kept) throws Exception {
    Path log = folder.resolve("strace.log");
    Path work = copy(seed);
    List<String> options = List.of("-o", log.toString(), "-e", "trace=" + String.join(",", CALLS));
    assertThat(run(options, words, work)).isZero();
    Map<String, Integer> counts = counts(log);
    for (Map.Entry<String, Integer> call : counts.entrySet()) {
      for (String fault : FAULTS) {
        for (int when = 1; when <= call.getValue(); when++) {
          if (turn++ % STEP == 0) {
            strike(seed, words, kept, "%s:%s:when=%d".formatted(call.getKey(), fault, when));
          }
        }
      }
    }
    System.out.println(words.get(0) + ": " + points + " of " + turn + " points, calls " + counts);
    assertThat(points).isPositive();
  }

  /** Returns how often a call was made by the thread that made it most, as strace counts. */
  private static Map<String, Integer> counts(Path log) throws IOException {
    Map<String, Map<String, Integer>> byThread = new LinkedHashMap<>();
    for (String line : Files.readAllLines(log)) {
      String[] words = line.split("\\s+", 2);
      for (String call : CALLS) {
        if (words.length == 2 && words[1].startsWith(call + "(")) {
          byThread.computeIfAbsent(call, c -> new HashMap<>()).merge(words[0], 1, Integer::sum);
        }
      }
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    byThread.forEach(
        (call, threads) ->
            counts.put(call, threads.values().stream().max(Integer::compare).orElse(0)));
    return counts;
  }

  private void strike(Path seed, List<String> words, Iterable<String> kept, String point)
      throws Exception {
    points++;
    Path work = copy(seed);
    int exit =
        run(List.of("-o", "/dev/null", "-e", "trace=none", "-e", "inject=" + point), words, work);
    Store store = Store.open(work);
    assertThat(StoreBench.verify(store).problems()).as(point).isEmpty();
    for (String id : kept) {
      assertThat(StoreBench.hashes(store, id)).as(point).isEqualTo(saved.get(id));
    }
    if (exit == 0 && words.get(0).equals("backup")) {
      assertThat(store.snapshots(new ArrayList<>())).as(point).hasSize(saved.size() + 1);
    }
    Path later = pool(5);
    String id = StoreBench.backup(store, later, 5).snapshot().id();
    assertThat(StoreBench.hashes(store, id)).as(point).isEqualTo(StoreBench.hashes(later));
    assertThat(StoreBench.verify(store).problems()).as(point).isEmpty();
    try (Stream<Path> left = Files.walk(work)) {
      assertThat(left.filter(file -> file.toString().contains(".tmp-"))).as(point).isEmpty();
    }
  }

  private Path copy(Path seed) throws IOException {
    Path work = folder.resolve("work");
    if (Files.exists(work)) {
      try (Stream<Path> old = Files.walk(work)) {
        for (Path file : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    try (Stream<Path> all = Files.walk(seed)) {
      for (Path file : all.toList()) {
        Files.copy(
            file,
            work.resolve(seed.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return work;
  }

  private int run(List<String> strace, List<String> words, Path store) throws Exception {
    List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq"));
    command.addAll(strace);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:-UsePerfData",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-DZstdNativePath=" + library(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.pchat.cli.Main"));
    command.addAll(words);
    command.addAll(List.of("--store", store.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Unpacks the library once, since its writes are no business of the store. */
  private Path library() throws IOException {
    Path file = folder.resolve("libzstd-jni.so");
    if (!Files.exists(file)) {
      String name = "/linux/amd64/libzstd-jni-1.5.7-9.so";
      try (InputStream in = com.github.luben.zstd.Zstd.class.getResourceAsStream(name)) {
        Files.copy(Objects.requireNonNull(in), file);
      }
    }
    return file;
  }
}
