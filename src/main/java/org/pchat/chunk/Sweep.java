package org.pchat.chunk;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Removes chunks that nobody needs any more, by removing and rewriting segments. */
public final class Sweep {
  /** A segment is written anew when so much of it is of no use; less costs more than it brings. */
  private static final double WASTE = 0.1;

  /** Segments below this size are joined when there are many of them. */
  private static final long SMALL = 4L << 20;

  private static final int MANY = 32;

  private final ChunkStore store;
  private final BitSet live;
  private final long[] used;
  private final long[] chunksIn;

  /**
   * What a sweep came to.
   *
   * @param freed the bytes that the store has shrunk by
   * @param unused the bytes that stay though nobody needs them
   * @param failure why segments were not written anew; empty if they were
   */
  public record Outcome(long freed, long unused, String failure) {}

  private Sweep(ChunkStore store, BitSet live) {
    this.store = store;
    this.live = live;
    this.used = new long[store.segments().size()];
    this.chunksIn = new long[used.length];
  }

  /**
   * Removes what is not needed. On a full disk segments that hold nothing else go all the same.
   *
   * @param live the numbers of the chunks to keep, with those that they build upon
   */
  public static Outcome run(ChunkStore store, BitSet live) throws IOException {
    return new Sweep(store, live).run();
  }

  private Outcome run() throws IOException {
    measure();
    long before = store.bytes();
    List<Integer> rewritten = new ArrayList<>();
    long after = before;
    for (int segment : chosen()) {
      if (used[segment] == 0) {
        after -= remove(segment);
      } else {
        rewritten.add(segment);
      }
    }
    try {
      after += rewrite(rewritten);
    } catch (IOException full) {
      return new Outcome(before - after, unused(rewritten), String.valueOf(full.getMessage()));
    }
    return new Outcome(before - after, 0, "");
  }

  /** Counts the bytes of each segment that live chunks need, in proportion within a frame. */
  private void measure() {
    ChunkIndex index = store.index();
    var raw = new long[index.frames()];
    for (int chunk = live.nextSetBit(0); chunk >= 0; chunk = live.nextSetBit(chunk + 1)) {
      if (store.has(chunk)) {
        raw[index.frame(chunk)] += index.length(chunk);
      }
    }
    for (int chunk = 0; chunk < index.chunks(); chunk++) {
      if (index.frame(chunk) != ChunkIndex.ABSENT) {
        chunksIn[index.segment(index.frame(chunk))]++;
      }
    }
    for (int frame = 0; frame < raw.length; frame++) {
      ChunkIndex.Frame at = index.at(frame);
      if (raw[frame] > 0) {
        used[at.segment()] += Math.max(1, at.stored() * raw[frame] / Math.max(1, at.raw()));
      }
    }
  }

  private List<Integer> chosen() throws IOException {
    List<Integer> wasteful = new ArrayList<>();
    List<Integer> small = new ArrayList<>();
    for (int segment = 0; segment < used.length; segment++) {
      long length = Files.size(store.segments().get(segment).file());
      if (used[segment] < length * (1 - WASTE) - overhead(segment)) {
        wasteful.add(segment);
      } else if (length < SMALL) {
        small.add(segment);
      }
    }
    if (small.size() >= MANY) {
      wasteful.addAll(small);
      wasteful.sort(null);
    }
    return wasteful;
  }

  /** Returns what the index of a segment takes up, roughly. */
  private long overhead(int segment) {
    return Segment.HEAD.length + Segment.FOOT + 80 * chunksIn[segment];
  }

  private long rewrite(List<Integer> rewritten) throws IOException {
    if (rewritten.isEmpty()) {
      return 0;
    }
    var moved = new BitSet();
    rewritten.forEach(moved::set);
    ChunkIndex index = store.index();
    int last = store.segments().size();
    int chunks = index.chunks();
    try (ChunkWriter writer = store.writer()) {
      for (int chunk = live.nextSetBit(0);
          chunk >= 0 && chunk < chunks;
          chunk = live.nextSetBit(chunk + 1)) {
        if (store.has(chunk) && moved.get(index.segment(index.frame(chunk)))) {
          writer.copy(chunk);
        }
      }
      writer.finish();
    }
    long change = 0;
    for (int segment = last; segment < store.segments().size(); segment++) {
      change += Files.size(store.segments().get(segment).file());
    }
    for (int segment : rewritten) {
      change -= remove(segment);
    }
    return change;
  }

  private long unused(List<Integer> kept) throws IOException {
    long unused = 0;
    for (int segment : kept) {
      unused += Files.size(store.segments().get(segment).file()) - used[segment];
    }
    return unused;
  }

  private long remove(int segment) throws IOException {
    var file = store.segments().get(segment).file();
    long length = Files.size(file);
    Files.delete(file);
    return length;
  }
}
