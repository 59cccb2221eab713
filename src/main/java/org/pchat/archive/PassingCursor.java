package org.pchat.archive;

import java.io.IOException;
import java.util.Optional;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over those records of another walk that a test lets pass. */
abstract class PassingCursor<T> implements RecordCursor<T> {
  private final RecordCursor<T> all;

  PassingCursor(RecordCursor<T> all) {
    this.all = all;
  }

  /** Returns whether the record belongs to this walk; asked once for each. */
  abstract boolean passes(T record);

  @Override
  public final boolean advance() throws IOException {
    while (all.advance()) {
      if (passes(all.record())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public final T record() {
    return all.record();
  }

  @Override
  public final Location location() {
    return all.location();
  }

  @Override
  public final Optional<RawRecord> raw() {
    return all.raw();
  }

  @Override
  public final long passedOver() {
    return all.passedOver();
  }

  @Override
  public final void close() throws IOException {
    all.close();
  }
}
