package org.pchat.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pchat.chunk.ChunkStore;
import org.pchat.chunk.Hash;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Problem;

/** Finds out whether a store still is what was written, and which snapshots suffer if it is not. */
public final class Verification {
  private static final String STATE = "verified";
  private static final String HEAD = "pchat-verified-1 ";

  private final Store store;
  private final Depth depth;
  private final List<Problem> problems = new ArrayList<>();
  private final BitSet bad = new BitSet();
  private long bytes;
  private long segments;

  /**
   * How much is read.
   *
   * @param data whether the segments are read, or only their indexes and the lists of snapshots
   * @param share the part of the segments' bytes to read, up to 1, going on where the last run with
   *     a limit stopped
   * @param time how long to read at most; null for as long as it takes
   */
  public record Depth(boolean data, double share, @Nullable Duration time) {
    /** Everything but the segments' content. */
    public static final Depth QUICK = new Depth(false, 1, null);

    /** Every byte. */
    public static final Depth FULL = new Depth(true, 1, null);

    boolean isLimited() {
      return share < 1 || time != null;
    }
  }

  /**
   * What was found.
   *
   * @param snapshots how many snapshots there are, damaged files of snapshots not counted
   * @param damaged the ids of the snapshots that cannot be restored
   * @param problems what is wrong; empty for a sound store
   * @param segments how many segments were read
   * @param bytes how many bytes they have
   * @param total how many bytes all segments have
   */
  public record Outcome(
      int snapshots,
      List<String> damaged,
      List<Problem> problems,
      long segments,
      long bytes,
      long total) {}

  private Verification(Store store, Depth depth) {
    this.store = store;
    this.depth = depth;
  }

  /** Verifies a store. Changes nothing in it, but for the place where a limited run stopped. */
  public static Outcome run(Store store, Depth depth, Watch watch) throws IOException {
    try (ChunkStore chunks = store.chunks(watch)) {
      return new Verification(store, depth).run(chunks);
    }
  }

  private Outcome run(ChunkStore chunks) throws IOException {
    store.checkSmallFiles(problems);
    problems.addAll(chunks.problems());
    List<Problem> files = new ArrayList<>();
    List<Snapshot> snapshots = store.snapshots(files);
    problems.addAll(files);
    if (depth.data()) {
      read(chunks);
    }
    Set<String> damaged = new TreeSet<>();
    files.forEach(problem -> damaged.add(problem.arguments().get(0)));
    for (Snapshot snapshot : snapshots) {
      if (isTouched(snapshot, chunks)) {
        damaged.add(snapshot.id());
      }
    }
    return new Outcome(
        snapshots.size(), List.copyOf(damaged), problems, segments, bytes, chunks.bytes());
  }

  private boolean isTouched(Snapshot snapshot, ChunkStore chunks) throws IOException {
    try {
      BitSet needed = Reach.of(store, snapshot, chunks);
      if (Reach.lacks(needed, chunks)) {
        problems.add(store.damaged(snapshot.id(), "chunks that it needs are missing"));
        return true;
      }
      return needed.intersects(bad);
    } catch (ArchiveException damaged) {
      problems.add(store.damaged(snapshot.id(), damaged.problem().message()));
      return true;
    }
  }

  private void read(ChunkStore chunks) throws IOException {
    List<String> names = chunks.names();
    int first = depth.isLimited() ? firstAfter(last(), names) : 0;
    long most = (long) Math.ceil(chunks.bytes() * depth.share());
    long end = depth.time() == null ? Long.MAX_VALUE : System.nanoTime() + depth.time().toNanos();
    for (int i = 0; i < names.size(); i++) {
      if (i > 0 && (bytes >= most || (depth.time() != null && System.nanoTime() - end >= 0))) {
        break;
      }
      String name = names.get((first + i) % names.size());
      for (Hash hash : chunks.verify(name, problems)) {
        bad.set(chunks.number(hash));
      }
      bytes += chunks.bytes(name);
      segments++;
      if (depth.isLimited()) {
        remember(name);
      }
    }
  }

  private static int firstAfter(String last, List<String> names) {
    int first = 0;
    while (first < names.size() && names.get(first).compareTo(last) <= 0) {
      first++;
    }
    return first == names.size() ? 0 : first;
  }

  /** Returns where the last run stopped; empty if that is not known, so that it begins anew. */
  private String last() throws IOException {
    Path file = store.file(STATE);
    if (!Files.exists(file)) {
      return "";
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String name = text.startsWith(HEAD) ? text.substring(HEAD.length()).strip() : "";
    return text.equals(HEAD + name + "\n") ? name : "";
  }

  private void remember(String name) throws IOException {
    Store.write(store.file(STATE), (HEAD + name + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
