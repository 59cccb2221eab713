package org.pchat.check;

/** A rule as it is asked of the records of one snapshot, in the order in which they are met. */
abstract class RecordRule<T> {
  private final Rule rule;

  RecordRule(Rule rule) {
    this.rule = rule;
  }

  Rule rule() {
    return rule;
  }

  /** Looks at a record. */
  abstract void check(Met<T> met, Findings findings);

  /** Looks back when all records were met. */
  void end(Findings findings) {}
}
