package org.pchat.problem;

/** What can be in the way of comparing two sources. */
public enum DiffProblem implements ProblemCode {
  AMBIGUOUS_NAME(
      "DIF-001",
      Severity.WARNING,
      "more than one %s is named \"%s\", so which is which cannot be told by name",
      "the first is taken; match by GUID if the sources share GUIDs"),
  NO_SHARED_GUID(
      "DIF-002",
      Severity.WARNING,
      "it has rooms, but none by the GUID of a room in %s",
      "if this is the same pool after a migration, use --match name"),
  SPELLING_UNKNOWN(
      "DIF-003",
      Severity.WARNING,
      "some of its records have no bytes of their own here, so --strict could not compare their spelling",
      "they come from a database, or had to be sorted first; an export that is in order can be compared");

  private final Definition definition;

  DiffProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
