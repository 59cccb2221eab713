package org.pchat.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pchat.chunk.Hash;
import org.pchat.fixture.Pools;

/**
 * Judges one state that a power cut may leave, for a program that enumerates them: every earlier
 * snapshot has to verify and to restore, and the next backup has to work.
 *
 * <pre>{@code
 * CrashStates make FOLDER             makes FOLDER/seed, FOLDER/next.zip and what is expected
 * CrashStates check FOLDER STORE      judges STORE
 * }</pre>
 */
public final class CrashStates {
  private static final List<String> ROOMS = List.of("Desk", "Hall", "Lab");

  private CrashStates() {}

  /** Makes or judges. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    if (args[0].equals("make")) {
      make(folder);
    } else {
      String fault = judge(folder, Path.of(args[2]));
      System.out.println(fault);
      System.exit(fault.isEmpty() ? 0 : 1);
    }
  }

  private static void make(Path folder) throws IOException {
    Store store = Store.init(folder.resolve("seed"));
    Files.createDirectories(folder.resolve("kept"));
    for (int day = 0; day < 3; day++) {
      Path zip = pool(folder, "pool" + day + ".zip", day);
      String id = StoreBench.backup(store, zip, day).snapshot().id();
      Files.copy(zip, folder.resolve("kept").resolve(id + ".zip"));
    }
    pool(folder, "next.zip", 3);
    pool(folder, "later.zip", 4);
  }

  private static Path pool(Path folder, String name, int day) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 10 + 5 * day; i++) {
      texts.add("message " + i + " of this room");
    }
    return Pools.write(folder.resolve(name), ROOMS, texts);
  }

  private static String judge(Path folder, Path place) throws IOException {
    Store store = Store.open(place);
    Verification.Outcome outcome = StoreBench.verify(store);
    if (!outcome.problems().isEmpty()) {
      return outcome.problems().toString();
    }
    List<String> ids = store.snapshots(new ArrayList<>()).stream().map(Snapshot::id).toList();
    boolean said = "1".equals(System.getenv("CRASHSIM_FINAL"));
    boolean forget = "forget".equals(System.getenv("CRASH_COMMAND"));
    try (Stream<Path> kept = Files.list(folder.resolve("kept"))) {
      int there = 0;
      for (Path zip : kept.sorted().toList()) {
        String id = String.valueOf(zip.getFileName()).replace(".zip", "");
        if (ids.contains(id)) {
          there++;
          Map<String, Hash> hashes = StoreBench.hashes(store, id);
          if (!hashes.equals(StoreBench.hashes(zip))) {
            return id + " differs";
          }
        }
      }
      boolean enough = forget ? there >= 1 && (!said || there == 1) : there == 3;
      boolean done = forget || !said || ids.size() == 4;
      if (!enough || !done) {
        return "there are " + ids;
      }
    }
    Path later = folder.resolve("later.zip");
    String id = StoreBench.backup(store, later, 9).snapshot().id();
    return StoreBench.hashes(store, id).equals(StoreBench.hashes(later)) ? "" : "later differs";
  }
}
