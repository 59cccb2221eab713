package org.pchat.problem;

/** What can be wrong with records that name other records. */
public enum ReferenceProblem implements ProblemCode {
  NO_PRINCIPAL(
      "REF-001",
      Severity.ERROR,
      "the %s of the %s is %s, and there is no such principal",
      "take the principal from another export, or have the pool exported again"),
  NO_CATEGORY(
      "REF-002",
      Severity.ERROR,
      "the %s of the %s is %s, and there is no such category",
      "take the category from another export, or have the pool exported again"),
  NO_ADD_IN(
      "REF-003",
      Severity.ERROR,
      "the %s of the %s is %s, and there is no such add-in",
      "take the add-in from another export, or have the pool exported again"),
  NO_NODE(
      "REF-004",
      Severity.ERROR,
      "the %s of the %s is %s, and there is no such category or room",
      "take the category or room from another export, or have the pool exported again"),
  NO_ROOM(
      "REF-005",
      Severity.ERROR,
      "there are messages of the room %s, and there is no such room",
      "take the room from another export, or have the pool exported again"),
  DECLARED_MISSING(
      "REF-006",
      Severity.WARNING,
      "the %s of the %s is %s, which was missing already when the export was written",
      "nothing is to be done for the export; the pool itself lacks it"),
  UNKNOWN_AUTHOR(
      "REF-007",
      Severity.WARNING,
      "the author of the %s could not be told when the export was written and stands here as \"%s\"",
      "nothing is to be done for the export; the source itself lacks the principal"),
  NO_EDITOR(
      "REF-008",
      Severity.WARNING,
      "the %s of the %s is %s, and there is no such principal; others that name it are not listed",
      "nothing is to be done if the account left the pool long ago");

  private final Definition definition;

  ReferenceProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
