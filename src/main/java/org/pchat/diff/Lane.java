package org.pchat.diff;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;

/**
 * One side of a merge: walks over records in order, the first of each identity, and knows where
 * something was lost.
 */
public final class Lane<T> implements Closeable {
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
   * @param sorted whether they had to be sorted first, so that what is lost may belong anywhere
   * @param damage tells whether the walk ended early so far
   * @param disorder what to throw if they do not ascend
   */
  public record Rule<T>(
      Comparator<? super T> order,
      boolean unique,
      boolean sorted,
      BooleanSupplier damage,
      Supplier<RuntimeException> disorder) {}

  /** Begins before the first record. */
  public Lane(RecordCursor<T> cursor, Rule<T> rule) {
    this.cursor = cursor;
    this.rule = rule;
    this.passedOver = cursor.passedOver();
    this.lostAnywhere = passedOver > 0 || (rule.sorted && rule.damage.getAsBoolean());
  }

  /**
   * Goes to the next record.
   *
   * @throws RuntimeException that of the rule, if it does not ascend
   */
  public void advance() throws IOException {
    T previous = record;
    lostHere = false;
    while (cursor.advance()) {
      note();
      T next = cursor.record();
      int step = previous == null ? -1 : rule.order.compare(previous, next);
      if (step > 0) {
        throw rule.disorder.get();
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
  public @Nullable T record() {
    return record;
  }

  /** Returns that record's own bytes. */
  public Optional<RawRecord> raw() {
    return cursor.raw();
  }

  /** Returns how sure it is that nothing stands between the last two records. */
  public Doubt doubt() {
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
