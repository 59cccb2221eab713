package org.pchat.problem;

/** What can be in the way of bringing content back. */
public enum RestoreProblem implements ProblemCode {
  OLDER_TARGET(
      "RST-001",
      Severity.FATAL,
      "it is of %s, older than %s of %s, so what it lacks is not lost but not there yet",
      "name the later state behind --missing-in"),
  DANGLING(
      "RST-002",
      Severity.FATAL,
      "%s records are referred to and would be nowhere in the package, %s first",
      "leave out --no-closure if it is there, or use --allow-dangling to put up with that"),
  ID_TAKEN(
      "RST-003",
      Severity.FATAL,
      "%s has the database id %s, which the target gives to another",
      "use --assign-ids to give it a free one"),
  NOTHING(
      "RST-004",
      Severity.WARNING,
      "nothing of what was asked for is missing, so there is nothing to package",
      "check the selection, and which state is the earlier"),
  NO_SUCH_THING(
      "RST-005",
      Severity.FATAL,
      "this line names nothing that could be carried: %s",
      "make the list anew with the same options, or put a ; before the line to leave it out"),
  SPELLED_ANEW(
      "RST-006",
      Severity.FATAL,
      "%s would have to be spelled otherwise than the source has it, and only records as they stand can go in in the layout %s",
      "use --thin to leave out what the target has, --in-place for rooms that live, take renaming and mapping back, or write the canonical layout with --canonical"),
  NOT_UNDERSTOOD(
      "RST-007",
      Severity.FATAL,
      "the %s of the package would not be understood as they are in the source, since in the layout %s they refer to others by what only these tell",
      "leave out --thin and --no-closure, so that these others are carried, or write the canonical layout with --canonical"),
  SAME_NAME(
      "RST-010",
      Severity.WARNING,
      "the %s \"%s\" of the package has the name of another in the target, and an import overwrites what has its name",
      "give it another name with --rename-room, or rename the one in the target"),
  NAME_OF_OTHER_KIND(
      "RST-011",
      Severity.WARNING,
      "the %s \"%s\" of the package has the name of a %s in the target, which is not allowed",
      "rename one of them"),
  NUMBER_TAKEN(
      "RST-012",
      Severity.WARNING,
      "%s messages of the room \"%s\" have numbers that other messages have in the target, %s first",
      "package without --in-place, so that they stand in a room beside it"),
  NO_PRINCIPAL(
      "RST-013",
      Severity.WARNING,
      "%s is not in %s",
      "let the directory bring the account in first, or map it with --map-user"),
  DISABLED_PRINCIPAL(
      "RST-014",
      Severity.WARNING,
      "%s is disabled in %s",
      "enable the account first if it is to use what comes back"),
  DELETED_PRINCIPAL(
      "RST-015",
      Severity.WARNING,
      "%s is deleted in %s",
      "map it to the account that was made anew with --map-user"),
  OUTSIDE_SCOPE(
      "RST-016",
      Severity.WARNING,
      "the %s %s of the room or category \"%s\" is not let in by the scopes that would hold",
      "let the principal into the category first, or comment the role out of the list"),
  PRESENTER_IN_NORMAL_ROOM(
      "RST-017",
      Severity.WARNING,
      "%s would be presenter of the room \"%s\", which is no auditorium",
      "comment the role out of the list"),
  INVITATIONS(
      "RST-018",
      Severity.WARNING,
      "the room \"%s\" has invitations on, which its category decides",
      "expect them to be switched off by the import"),
  TOO_LONG(
      "RST-019",
      Severity.WARNING,
      "the %s of %s is longer than %s characters",
      "shorten it, rooms with --rename-room"),
  OTHER_FOREST(
      "RST-020",
      Severity.WARNING,
      "%s is of the domain %s, and nobody in the target is",
      "imports work in one forest only, by the published guide; map the accounts with --map-file"),
  NOT_IMPORTED(
      "RST-021",
      Severity.WARNING,
      "an import would pass over this: %s",
      "find what it means with pchat explain and the code behind it");

  private final Definition definition;

  RestoreProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
