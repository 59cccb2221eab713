package org.pchat.check;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Problem;

/**
 * Watches whether records come in order, which makes two of one identity neighbours. Where they do
 * not, they have to be sorted to find them.
 */
final class Sequence<T> {
  private final Kind<T> kind;
  private final Comparator<T> order;
  private final Findings findings;
  private @Nullable T last;
  private boolean disordered;

  Sequence(Kind<T> kind, Findings findings) {
    this.kind = kind;
    this.order = kind.order();
    this.findings = findings;
  }

  /** Takes the next record, and returns whether it is another than the one before. */
  boolean next(Met<T> met) {
    T record = met.record();
    int step = last == null ? -1 : order.compare(last, record);
    disordered |= step > 0;
    last = record;
    if (step == 0) {
      findings.add(twice(kind, met));
    }
    return step != 0;
  }

  /** Returns the finding that a record stands there a second time. */
  static <T> Problem twice(Kind<T> kind, Met<T> met) {
    return Problem.of(
        ExportProblem.TWICE, met.location(), kind.word(), kind.identity(met.record()));
  }

  boolean isDisordered() {
    return disordered;
  }
}
