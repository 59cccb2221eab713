package org.pchat.diff;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;

/**
 * One side of a merge: walks over records in order, the first of each identity, and knows where
 * something was lost.
 */
final class Lane<T> implements Closeable {
  private final RecordCursor<T> cursor;
  private final Rule<T> rule;
  private final boolean lostAnywhere;
  private @Nullable T record;
  private long passedOver;
  private boolean lostHere;

  /**
   * What a lane expects of its records.
   *
   * @param order the order in which they come
   * @param unique whether equal ones are repetitions, of which the first stands
   * @param before whether this is the earlier snapshot
   * @param sorted whether they had to be sorted first, so that what is lost may belong anywhere
   * @param damage tells whether the walk ended early so far
   */
  record Rule<T>(
      Comparator<? super T> order,
      boolean unique,
      boolean before,
      boolean sorted,
      BooleanSupplier damage) {}

  Lane(RecordCursor<T> cursor, Rule<T> rule) {
    this.cursor = cursor;
    this.rule = rule;
    this.passedOver = cursor.passedOver();
    this.lostAnywhere = passedOver > 0 || (rule.sorted && rule.damage.getAsBoolean());
  }

  /**
   * Goes to the next record.
   *
   * @throws DisorderException if it does not ascend
   */
  void advance() throws IOException {
    T previous = record;
    lostHere = false;
    while (cursor.advance()) {
      note();
      T next = cursor.record();
      int step = previous == null ? -1 : rule.order.compare(previous, next);
      if (step > 0) {
        throw new DisorderException(rule.before);
      }
      if (step < 0 || !rule.unique) {
        record = next;
        return;
      }
    }
    note();
    record = null;
  }

  private void note() {
    lostHere |= cursor.passedOver() > passedOver;
    passedOver = cursor.passedOver();
  }

  /** Returns the record reached; null at the end. */
  @Nullable T record() {
    return record;
  }

  /** Returns that record's own bytes. */
  Optional<RawRecord> raw() {
    return cursor.raw();
  }

  /** Returns how sure it is that nothing stands between the last two records. */
  Doubt doubt() {
    boolean ended = record == null;
    if (lostAnywhere || lostHere || (ended && rule.damage.getAsBoolean())) {
      return Doubt.LOST;
    }
    return ended ? Doubt.END : Doubt.NONE;
  }

  @Override
  public void close() throws IOException {
    cursor.close();
  }
}
