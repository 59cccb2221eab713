package org.pchat.spill;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stable sort of any number of records in bounded memory: add them all, then walk.
 *
 * <pre>{@code
 * try (var sort = new ExternalSort<>(order, codec, SortSpace.defaults())) {
 *   sort.add(record); // many times
 *   try (var walk = sort.sorted()) {
 *     while (walk.advance()) {
 *       use(walk.record());
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>What fits in the memory given never touches the disk. Not for several threads.
 *
 * @param <T> the type of the records
 */
public final class ExternalSort<T> implements Closeable {
  // Records gather in a batch. A full batch is sorted and written as a run to the file of level 0.
  // When a level has as many runs as are merged at once, they become one run of the next level and
  // their file is emptied. So there are few files, each record is written once a level, and runs of
  // a higher level are always older than those of a lower one, which is what keeps the sort stable.

  private static final int RUNS_AT_ONCE = 64;

  /** What a small record costs on the heap besides its encoded bytes: headers and references. */
  private static final int OVERHEAD = 96;

  private final Comparator<? super T> order;
  private final Codec<T> codec;
  private final SortSpace space;
  private final int runsAtOnce;
  private final ByteCount encoded = ByteCount.only();
  private final DataOutputStream measure = new DataOutputStream(encoded);
  private final List<RunFile<T>> levels = new ArrayList<>();
  private List<T> batch = new ArrayList<>();
  private long fullAt;
  private boolean walking;

  /** Makes a sort that keeps within {@code space}. */
  public ExternalSort(Comparator<? super T> order, Codec<T> codec, SortSpace space) {
    this(order, codec, space, RUNS_AT_ONCE);
  }

  ExternalSort(Comparator<? super T> order, Codec<T> codec, SortSpace space, int runsAtOnce) {
    this.order = order;
    this.codec = codec;
    this.space = space;
    this.runsAtOnce = runsAtOnce;
    this.fullAt = space.memory();
  }

  /**
   * Adds a record.
   *
   * @throws IOException naming the folder, if it cannot take temporary files
   */
  public void add(T record) throws IOException {
    if (walking) {
      throw new IllegalStateException("the walk has begun");
    }
    batch.add(record);
    codec.write(record, measure);
    if (encoded.count() + (long) OVERHEAD * batch.size() >= fullAt) {
      spill();
      fullAt = encoded.count() + space.memory();
    }
  }

  /**
   * Returns the one walk over all records. Closing it closes the sort.
   *
   * @throws IOException naming the folder, if it cannot take temporary files
   */
  public SortedWalk<T> sorted() throws IOException {
    if (walking) {
      throw new IllegalStateException("the walk has begun");
    }
    walking = true;
    batch.sort(order);
    List<SortedWalk<T>> walks = new ArrayList<>(fewEnoughRuns());
    walks.add(new ListWalk<>(batch));
    return new Merge<>(walks, order, this);
  }

  private List<SortedWalk<T>> fewEnoughRuns() throws IOException {
    try {
      for (int level = 0; runs() > runsAtOnce; level++) {
        lift(level);
      }
    } catch (IOException e) {
      throw space.unusable(e);
    }
    List<SortedWalk<T>> oldestFirst = new ArrayList<>();
    for (int level = levels.size() - 1; level >= 0; level--) {
      oldestFirst.addAll(levels.get(level).walks());
    }
    return oldestFirst;
  }

  private void spill() throws IOException {
    batch.sort(order);
    try {
      level(0).append(new ListWalk<>(batch));
      for (int level = 0; level(level).size() >= runsAtOnce; level++) {
        lift(level);
      }
    } catch (IOException e) {
      throw space.unusable(e);
    }
    batch = new ArrayList<>();
  }

  /** Merges all runs of a level into one run of the next. */
  private void lift(int level) throws IOException {
    RunFile<T> from = level(level);
    level(level + 1).append(new Merge<>(from.walks(), order, () -> {}));
    from.clear();
  }

  private RunFile<T> level(int level) throws IOException {
    if (level == levels.size()) {
      levels.add(new RunFile<>(space.folder(), codec));
    }
    return levels.get(level);
  }

  /** Returns how many runs stand in files. */
  int runs() {
    return levels.stream().mapToInt(RunFile::size).sum();
  }

  /** Returns how many files there are. */
  int files() {
    return levels.size();
  }

  @Override
  public void close() throws IOException {
    walking = true;
    batch = List.of();
    for (RunFile<T> file : levels) {
      file.close();
    }
  }
}
