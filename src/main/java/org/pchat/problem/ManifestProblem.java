package org.pchat.problem;

/** What can be wrong between the manifest of an export and the rest of it. */
public enum ManifestProblem implements ProblemCode {
  NONE(
      "MAN-001",
      Severity.WARNING,
      "there is no manifest, so nothing tells whether entries are missing or were changed",
      "compare it with another copy of the export if there is one"),
  OTHER_CONTENT(
      "MAN-002",
      Severity.ERROR,
      "the content is not the one that the manifest describes: its %s should be %s, and is %s",
      "take another copy of the export, or find out who edited it"),
  NOT_NAMED(
      "MAN-003",
      Severity.ERROR,
      "the manifest does not name this entry, so it was added or renamed later",
      "take another copy of the export, or find out who edited it"),
  UNKNOWN_ENTRY(
      "MAN-004",
      Severity.WARNING,
      "no entry of an export has such a name; its content was not looked into",
      "take it out if it does not belong there"),
  NAMED_TWICE(
      "MAN-005",
      Severity.ERROR,
      "the manifest describes the entry %s twice",
      "take another copy of the export, or find out who edited it"),
  OTHER_KIND(
      "MAN-006",
      Severity.ERROR,
      "the manifest says that the entry holds %s, its name says %s",
      "do not rename entries; take another copy of the export"),
  OTHER_LAYOUT(
      "MAN-007",
      Severity.ERROR,
      "the manifest says that the layout is %s, and it is %s",
      "take another copy of the export, or find out who edited it"),
  LEVEL_ASKS(
      "MAN-008",
      Severity.ERROR,
      "the entry is not there, and the manifest does not name it, but an export of the level %s has it",
      "take another copy of the export, or find out who edited it"),
  ROOM_WITHOUT_ENTRY(
      "MAN-009",
      Severity.ERROR,
      "the room %s has no entry for its messages, not even an empty one",
      "take another copy of the export, or find out who edited it"),
  BEYOND_LEVEL(
      "MAN-010",
      Severity.ERROR,
      "the manifest says that the export is of the level %s, which has no such entry",
      "take another copy of the export, or find out who edited it");

  private final Definition definition;

  ManifestProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
