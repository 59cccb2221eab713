package org.pchat.diff;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.spill.SortedWalk;

/** Walks once over all differences, holding one at a time. Close it when done. */
public final class Details implements Closeable {
  private final SortedWalk<Finding<?>> findings;
  private final Rulings rulings;
  private final FieldRules rules;
  private @Nullable Difference<?> record;

  Details(SortedWalk<Finding<?>> findings, Rulings rulings, FieldRules rules) {
    this.findings = findings;
    this.rulings = rulings;
    this.rules = rules;
  }

  /**
   * Goes to the next difference.
   *
   * @return false at the end
   */
  public boolean advance() throws IOException {
    record = findings.advance() ? difference(findings.record()) : null;
    return record != null;
  }

  private <T> Difference<T> difference(Finding<T> finding) throws IOException {
    Slot slot = rulings.apply(finding);
    T before = finding.before();
    T after = finding.after();
    List<Field<T>> fields =
        before == null || after == null
            ? List.of()
            : List.copyOf(rules.differing(finding.kind(), before, after));
    return new Difference<>(
        finding.kind(), slot.change(), slot.acts(), before, after, fields, finding.continues());
  }

  /**
   * Returns the difference that the last {@link #advance} reached; it may be kept.
   *
   * @throws IllegalStateException before the first and after the last
   */
  public Difference<?> record() {
    if (record == null) {
      throw new IllegalStateException("there is no difference here");
    }
    return record;
  }

  @Override
  public void close() throws IOException {
    findings.close();
  }
}
