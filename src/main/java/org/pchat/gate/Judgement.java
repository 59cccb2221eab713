package org.pchat.gate;

import java.util.List;
import org.pchat.problem.Problem;
import org.pchat.problem.Severity;

/**
 * What the gate says of a snapshot.
 *
 * @param findings what it noticed; errors first make it suspect, warnings do not
 */
public record Judgement(List<Problem> findings) {
  /** Copies the findings. */
  public Judgement {
    findings = List.copyOf(findings);
  }

  /** Returns whether the snapshot is suspect. */
  public boolean isSuspect() {
    return findings.stream().anyMatch(each -> each.severity() != Severity.WARNING);
  }
}
