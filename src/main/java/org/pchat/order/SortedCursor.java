package org.pchat.order;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.pchat.model.Kind;
import org.pchat.model.Mark;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.problem.Location;
import org.pchat.spill.ExternalSort;
import org.pchat.spill.SortSpace;
import org.pchat.spill.SortedWalk;

/**
 * Walks over records that were put aside: they know their places and what is doubtful about them,
 * and left their bytes there.
 *
 * @param <T> the type of the records
 */
public final class SortedCursor<T> implements RecordCursor<T> {
  private final SortedWalk<Placed<T>> walk;
  private final long passedOver;
  private final Watch watch;

  /**
   * Walks over {@code walk}.
   *
   * @param passedOver how many records of the whole kind could not be read
   */
  SortedCursor(SortedWalk<Placed<T>> walk, long passedOver, Watch watch) {
    this.walk = walk;
    this.passedOver = passedOver;
    this.watch = watch;
  }

  /**
   * Reads {@code records} to the end, closes them, and returns a walk over them in another order;
   * equal ones stay as they were.
   *
   * @param watch stops the sorting
   * @param space what it may take
   */
  public static <T> RecordCursor<T> of(
      RecordCursor<T> records,
      Kind<T> kind,
      Comparator<? super T> order,
      Watch watch,
      SortSpace space)
      throws IOException {
    var codec = new Placed.PlacedCodec<>(RecordCodec.of(kind));
    var sort = new ExternalSort<>(Comparator.comparing(Placed<T>::record, order), codec, space);
    try (records) {
      while (records.advance()) {
        sort.add(Placed.at(records));
      }
      return new SortedCursor<>(sort.sorted(), records.passedOver(), watch);
    } catch (IOException | RuntimeException failed) {
      try (sort) {
        throw failed;
      }
    }
  }

  @Override
  public boolean advance() throws IOException {
    watch.check();
    return walk.advance();
  }

  @Override
  public T record() {
    return walk.record().record();
  }

  @Override
  public Location location() {
    return walk.record().place();
  }

  @Override
  public Optional<RawRecord> raw() {
    return Optional.empty();
  }

  @Override
  public Set<String> doubtful() {
    return walk.record().doubtful();
  }

  @Override
  public Mark mark() {
    return walk.record().mark();
  }

  @Override
  public long passedOver() {
    return passedOver;
  }

  @Override
  public void close() throws IOException {
    walk.close();
  }
}
