package org.pchat.problem;

/** What makes a new snapshot suspect. */
public enum GateProblem implements ProblemCode {
  ROOM_GONE(
      "GATE-001",
      Severity.ERROR,
      "the room \"%s\" (%s) with %s messages is gone",
      "bring it back with `pchat restore --room`, or accept the snapshot if it was deleted on purpose"),
  ROOM_SHRANK(
      "GATE-002",
      Severity.ERROR,
      "the room %s had %s messages and has %s",
      "bring them back with `pchat restore --room`, or accept the snapshot if it was cleared on"
          + " purpose; --expect-purge 'before DATE' allows for routine clearing"),
  MESSAGES_GONE(
      "GATE-003",
      Severity.ERROR,
      "%s of %s messages are gone from %s rooms that are still there",
      "see which with `pchat diff`; --expect-purge 'before DATE' allows for routine clearing"),
  CATEGORIES_GONE(
      "GATE-004",
      Severity.ERROR,
      "there were %s categories and are %s",
      "see which with `pchat diff`, and accept the snapshot if they were deleted on purpose"),
  PERMISSIONS_GONE(
      "GATE-005",
      Severity.ERROR,
      "there were %s roles and scopes and are %s",
      "see whose with `pchat diff`, and accept the snapshot if they were taken on purpose"),
  PRINCIPALS_GONE(
      "GATE-006",
      Severity.ERROR,
      "there were %s principals and are %s",
      "see who with `pchat diff`; a directory that could not be reached looks like this"),
  MORE_ERRORS(
      "GATE-007",
      Severity.ERROR,
      "checking found %s errors, and %s in the last good snapshot",
      "see which with `pchat validate`, and accept the snapshot if you can live with them"),
  LOWER_LEVEL(
      "GATE-008",
      Severity.ERROR,
      "it is of level %s, and the last good snapshot of level %s",
      "export with -Level All again, or accept the snapshot if less is wanted from now on"),
  NARROWER_SCOPE(
      "GATE-009",
      Severity.ERROR,
      "it is restricted to fewer categories than the last good snapshot",
      "export without -Scope again, or accept the snapshot if less is wanted from now on"),
  LATER_START(
      "GATE-010",
      Severity.ERROR,
      "its messages begin at %s, and those of the last good snapshot at %s",
      "export without -StartDate again, or accept the snapshot if less is wanted from now on"),
  ROOM_REMADE(
      "GATE-011",
      Severity.WARNING,
      "the room \"%s\" has the GUID %s, and had %s",
      "it was made anew under its old name, or the pool was migrated; its messages were compared by name");

  private final Definition definition;

  GateProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
