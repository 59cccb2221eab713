package org.pchat.problem;

/** What can be wrong with an export as a whole, and with its records. */
public enum ExportProblem implements ProblemCode {
  NOT_AN_EXPORT(
      "EXP-001",
      Severity.FATAL,
      "this is no Persistent Chat export in a layout that is known here: %s",
      "give the ZIP file that Export-CsPersistentChatData wrote, or the folder it was unpacked to; if"
          + " this is one, docs/real-export.md says how it is read or reported"),
  UNKNOWN_LAYOUT(
      "EXP-002",
      Severity.FATAL,
      "there is no layout named \"%s\" and no file of that name; there is %s",
      "name one of these, or the file of a descriptor, or leave --layout out"),
  WRONG_LAYOUT(
      "EXP-003",
      Severity.FATAL,
      "nothing in it is spelled in the layout \"%s\"",
      "leave --layout out, so that the layout is recognised"),
  MISSING_VALUE(
      "EXP-010",
      Severity.ERROR,
      "the %s has no %s, which it needs; the record was passed over",
      "take it from another export, or correct the entry"),
  BAD_VALUE(
      "EXP-011",
      Severity.ERROR,
      "the value \"%2$s\" of %1$s is not %3$s; the record was passed over",
      "take it from another export, or correct the entry"),
  BAD_OPTIONAL_VALUE(
      "EXP-012",
      Severity.ERROR,
      "the value \"%2$s\" of %1$s is not %3$s; the value was passed over",
      "take it from another export, or correct the entry"),
  WRONG_ROOM(
      "EXP-013",
      Severity.ERROR,
      "the entry is named for one room but says that its messages are of room %s",
      "do not rename entries; the name was believed"),
  OUT_OF_ORDER(
      "EXP-014",
      Severity.WARNING,
      "the %s records do not ascend, beginning here",
      "the content is read as it stands"),
  TWICE(
      "EXP-015",
      Severity.ERROR,
      "the %s %s stands here a second time",
      "delete one of the two, or take the entry from another export"),
  BAD_MANIFEST(
      "EXP-016",
      Severity.ERROR,
      "the manifest cannot be used: %s; counts and hashes were not taken from it",
      "write the export anew"),
  NOT_UTF_8(
      "EXP-017",
      Severity.WARNING,
      "the entry is in %s, the layout asks for UTF-8",
      "it is read all the same; an export written anew is in UTF-8"),

  WRONG_ROOT(
      "EXP-018",
      Severity.ERROR,
      "the root element is %s, where the entry's name asks for %s",
      "do not rename entries; what is not understood is passed over"),
  TIMES_ARE_STATED(
      "EXP-019",
      Severity.WARNING,
      "the export states that its times are UTC, so --source-tz was not applied",
      "leave the option out"),
  NOT_IN_ORDER(
      "EXP-020",
      Severity.FATAL,
      "the %s records do not ascend here, so no canonical export can be written from them",
      "write it from another export of the same pool"),
  DAMAGED_SOURCE(
      "EXP-021",
      Severity.FATAL,
      "the %s records cannot be read to their end, so no export is written from them",
      "take another copy of the source"),
  MISSING_ENTRY(
      "EXP-022",
      Severity.ERROR,
      "the manifest names this entry, but it is not there; what it held is missing",
      "take another copy of the export"),
  OTHER_COUNT(
      "EXP-023",
      Severity.ERROR,
      "the manifest states %s records, but there are %s",
      "take another copy of the export, or find out who edited it"),
  TOO_LONG_TO_WRITE(
      "EXP-024",
      Severity.ERROR,
      "the message %s of the room %s is longer than any reader of exports takes, and was left out",
      "look at it in the source; no client can send such a message");

  private final Definition definition;

  ExportProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
