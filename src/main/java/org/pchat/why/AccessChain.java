package org.pchat.why;

import java.util.List;
import java.util.Optional;
import org.pchat.why.Step.Rule;

/**
 * Whether somebody may use a room in one snapshot, rule by rule.
 *
 * @param steps the rules that were asked, in their order; a rule behind one that cannot be asked is
 *     left out
 */
public record AccessChain(List<Step> steps) {
  /** Copies the list. */
  public AccessChain {
    steps = List.copyOf(steps);
  }

  /** Returns what all rules come to: the worst of their answers. */
  public Certainty answer() {
    return steps.stream().map(Step::answer).reduce(Certainty.YES, Certainty::and);
  }

  /** Returns how a rule turned out, if it was asked. */
  public Optional<Step> step(Rule rule) {
    return steps.stream().filter(step -> step.rule() == rule).findFirst();
  }
}
