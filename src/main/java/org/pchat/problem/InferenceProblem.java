package org.pchat.problem;

/** Why a layout could not be inferred from an archive, and what was assumed where it could. */
public enum InferenceProblem implements ProblemCode {
  INFERRED(
      "INF-001",
      Severity.WARNING,
      "nobody described this layout; it was inferred: %s",
      "`pchat layout infer` prints it with its evidence; keep it and give it with --layout"),
  MISSING(
      "INF-002",
      Severity.FATAL,
      "no layout can be inferred: %s; recognised: %s",
      "write a descriptor (docs/layouts.md) and give it with --layout"),
  AMBIGUOUS(
      "INF-003",
      Severity.FATAL,
      "two readings are equally good: %s; this line of a descriptor settles it: %s",
      "write that line and give the descriptor with --layout"),
  UNDECODABLE(
      "INF-004",
      Severity.FATAL,
      "nothing says what the values of %s mean: %s; this line of a descriptor does: %s",
      "write that line and give the descriptor with --layout"),
  NO_ZONE(
      "INF-005",
      Severity.FATAL,
      "the times in %s say no zone; this line of a descriptor does: %s",
      "give --source-tz, or write that line and give the descriptor with --layout"),
  TWO_OF_ONE_KEY(
      "INF-006",
      Severity.FATAL,
      "records refer to principals by %s, but two have the same: %s and %s",
      "take an export that refers by GUID, or correct one of the two"),
  WITHDRAWN(
      "INF-007",
      Severity.FATAL,
      "a layout was inferred and withdrawn, since %s",
      "write a descriptor (docs/layouts.md) and give it with --layout"),
  TOO_VARIED(
      "INF-008",
      Severity.FATAL,
      "there are more than %s different elements and attributes, the last of them in %s; no export is as varied",
      "give an export, or name its layout with --layout"),
  NO_XML(
      "INF-009",
      Severity.FATAL,
      "the entry has no root element",
      "take another copy of the archive"),
  LEFT_OUT(
      "INF-010",
      Severity.WARNING,
      "not understood and left out: %s",
      "a descriptor can say what it is; copies keep it");

  private final Definition definition;

  InferenceProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
