package org.pchat.problem;

/** What can be wrong with a layout, or with an archive in the light of one. */
public enum LayoutProblem implements ProblemCode {
  BAD_DESCRIPTOR(
      "LAY-001",
      Severity.FATAL,
      "this layout descriptor cannot be used: %s",
      "docs/layouts.md shows how one is written; `pchat layout show` prints one that works"),
  SHARED_KEY(
      "LAY-002",
      Severity.FATAL,
      "the archive refers to %s, but \"%s\" is shared by %s; which of them is meant cannot be known",
      "correct the archive, or give a layout whose references are by something that is unique"),
  TWO_KINDS(
      "LAY-003",
      Severity.FATAL,
      "the archive refers to something by the %s \"%s\", which may be any of %s",
      "say in the layout's descriptor which kind is meant, with to=\"...\""),
  TOO_MANY_KEYS(
      "LAY-004",
      Severity.FATAL,
      "there are more than %s principals, rooms and the like to remember",
      "this protects the memory; no pool is that large"),
  TOO_LATE(
      "LAY-005",
      Severity.FATAL,
      "more than %s values stand behind the records that need them",
      "this protects the memory; describe another place for them"),
  NO_TABLE(
      "LAY-006",
      Severity.FATAL,
      "the %s is given by the code \"%s\", and no table %s in the archive says what it means",
      "add the table, or lines like <word is=\"...\" means=\"...\"/> to that field in a copy of the layout"),
  UNRESOLVED(
      "LAY-007",
      Severity.WARNING,
      "%s names \"%s\", which is the %s of nothing in this archive",
      "it is taken as not said; whoever it was may have been deleted");

  private final Definition definition;

  LayoutProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
