package org.pchat.archive;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.BadRecordException;
import org.pchat.layout.EntryContext;
import org.pchat.layout.EntryWalk;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;

/** Walks over the records of one kind in one entry. */
final class EntryCursor<T> implements RecordCursor<T> {
  private final EntryWalk walk;
  private final Kind<T> kind;
  private final Expectation expectation;
  private final EntryContext context;
  private final Watch watch;
  private @Nullable T current;
  private long passedOver;
  private long records;
  private boolean disorderReported;

  /**
   * What this walk is to look after besides its records.
   *
   * @param order the order that the layout promises
   * @param isFirst whether it looks after strangers and the entry as a whole too; one of the walks
   *     over an entry does
   * @param end is told when the entry was read to its end
   */
  record Expectation(Order order, boolean isFirst, EntryEnd end) {}

  /** Takes note of the end of an entry. */
  interface EntryEnd {
    /** The entry was read to its end, and had so many records of all kinds. */
    void reached(long records);
  }

  EntryCursor(
      EntryWalk walk, Kind<T> kind, Expectation expectation, EntryContext context, Watch watch) {
    this.walk = walk;
    this.kind = kind;
    this.expectation = expectation;
    this.context = context;
    this.watch = watch;
  }

  @Override
  public boolean advance() throws IOException {
    T previous = current;
    while (step()) {
      watch.check();
      met();
      if (walk.kind() == kind) {
        T next = read();
        if (next != null) {
          checkOrder(previous, next);
          current = next;
          return true;
        }
      }
    }
    current = null;
    countUnknown();
    expectation.end().reached(records);
    return false;
  }

  /** Goes on, and behind the last record tells what is wrong with the entry as a whole. */
  private boolean step() throws IOException {
    boolean more = false;
    try {
      more = walk.advance();
    } finally {
      if (!more && expectation.isFirst()) {
        tellFindings();
      }
    }
    return more;
  }

  private void tellFindings() {
    walk.findings().forEach(finding -> context.problems().add(finding.problem()));
  }

  private void met() {
    Kind<?> met = walk.kind();
    records += met == null ? 0 : 1;
    countUnknown();
    if (expectation.isFirst() && walk.stop() == EntryWalk.Stop.EVENT) {
      context.unknown().countEvent(walk.name());
    }
    if (met == kind || (met == null && expectation.isFirst())) {
      tellFindings();
    }
  }

  private void countUnknown() {
    if (expectation.isFirst()) {
      walk.unknown().forEach(context.unknown()::count);
    }
  }

  /** Reads the record, or reports why it cannot be read and returns null. */
  private @Nullable T read() throws IOException {
    try {
      return walk.read(kind);
    } catch (BadRecordException bad) {
      passedOver++;
      bad.problems().forEach(context.problems()::add);
      return null;
    }
  }

  private void checkOrder(@Nullable T previous, T next) {
    if (previous == null || expectation.order() == Order.UNSORTED) {
      return;
    }
    int order = kind.order().compare(previous, next);
    if (order == 0) {
      report(ExportProblem.TWICE, kind.word(), kind.identity(next));
    } else if (order > 0 && !disorderReported) {
      disorderReported = true;
      report(ExportProblem.OUT_OF_ORDER, kind.word());
    }
  }

  private void report(ExportProblem code, Object... arguments) {
    context.problems().add(Problem.of(code, location(), arguments));
  }

  @Override
  public T record() {
    if (current == null) {
      throw new IllegalStateException("no record: advance() was not called, or returned false");
    }
    return current;
  }

  @Override
  public Location location() {
    return walk.location();
  }

  @Override
  public Optional<RawRecord> raw() {
    return walk.raw();
  }

  @Override
  public long passedOver() {
    return passedOver;
  }

  @Override
  public Set<String> doubtful() {
    return walk.doubtful();
  }

  @Override
  public void close() throws IOException {
    walk.close();
  }
}
