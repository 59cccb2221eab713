package org.pchat.order;

import java.io.IOException;
import java.util.Optional;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.problem.Location;
import org.pchat.spill.SortedWalk;

/** Walks over records that were put aside; they know their places, and left their bytes there. */
final class PlacedCursor<T> implements RecordCursor<T> {
  private final SortedWalk<Placed<T>> walk;
  private final long passedOver;
  private final Watch watch;

  /**
   * Walks over {@code walk}.
   *
   * @param passedOver how many records of the whole kind could not be read
   */
  PlacedCursor(SortedWalk<Placed<T>> walk, long passedOver, Watch watch) {
    this.walk = walk;
    this.passedOver = passedOver;
    this.watch = watch;
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
  public long passedOver() {
    return passedOver;
  }

  @Override
  public void close() throws IOException {
    walk.close();
  }
}
