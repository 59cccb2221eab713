package org.pchat.problem;

/** What can be in the way of taking many snapshots for one archive. */
public enum UnionProblem implements ProblemCode {
  FORKED(
      "UNI-001",
      Severity.ERROR,
      "the room %2$s has another message of the number %1$s in %3$s; that one is written, this one is not",
      "after a failover with a lost tail numbers are given out again; \"pchat show\" on the same sources prints both"),
  NUMBERS_DERIVED(
      "UNI-002",
      Severity.FATAL,
      "its messages have no numbers of their own, so they cannot be matched with those of other sources",
      "read it alone"),
  NOT_ASCENDING(
      "UNI-003",
      Severity.FATAL,
      "its records do not ascend, though its layout promises it, so it cannot be merged with others",
      "write it anew with \"pchat export\", and take that instead");

  private final Definition definition;

  UnionProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
