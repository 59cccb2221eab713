package org.pchat.problem;

/** What can be wrong with a store, or in the way of its use. */
public enum StoreProblem implements ProblemCode {
  NO_STORE(
      "STO-001",
      Severity.FATAL,
      "there is no store here",
      "check the name, or make one with pchat init --store DIR"),
  OTHER_FORMAT(
      "STO-002",
      Severity.FATAL,
      "the store has the format \"%s\", which this version does not know",
      "use the version of pchat that made it, or a newer one"),
  LOCKED(
      "STO-003",
      Severity.FATAL,
      "the store is in use by %s",
      "wait until that is done; if it is surely dead, pchat unlock --store DIR"),
  NO_SNAPSHOT(
      "STO-004",
      Severity.FATAL,
      "the store has no snapshot \"%s\"",
      "pchat snapshots --store DIR lists those that it has"),
  SEVERAL_SNAPSHOTS(
      "STO-005",
      Severity.FATAL,
      "several snapshots begin with \"%s\"",
      "write more of the id; pchat snapshots --store DIR lists them"),
  SEGMENT_DAMAGED(
      "STO-006",
      Severity.FATAL,
      "the segment %s is damaged: %s",
      "pchat verify names the snapshots that need it; take the file from a copy of the store"),
  CHUNK_MISSING(
      "STO-007",
      Severity.FATAL,
      "the chunk %s is missing",
      "pchat verify names the snapshots that need it; take the segment from a copy of the store"),
  CHUNK_DAMAGED(
      "STO-008",
      Severity.FATAL,
      "the chunk %s is damaged",
      "pchat verify names the snapshots that need it; take the segment from a copy of the store"),
  SNAPSHOT_DAMAGED(
      "STO-009",
      Severity.FATAL,
      "the file of the snapshot %s is damaged: %s",
      "take the file from a copy of the store; the other snapshots are not touched by that"),
  NOT_EMPTY(
      "STO-010",
      Severity.FATAL,
      "there is something here already that is no store",
      "name an empty folder, or one that does not exist yet"),
  IS_A_STORE(
      "STO-011",
      Severity.FATAL,
      "there is a store here already",
      "nothing has to be done; pchat backup --store DIR uses it"),
  ALIVE(
      "STO-012",
      Severity.FATAL,
      "the store is in use by %s, which is alive",
      "wait until it is done, or end it"),
  NOTHING_KEPT(
      "STO-013",
      Severity.FATAL,
      "this policy would keep no snapshot at all",
      "keep at least one, such as with --keep-last 1"),
  ENTRY_NOT_READ(
      "STO-014",
      Severity.ERROR,
      "the entry cannot be understood to its end, so it is saved as plain bytes: %s",
      "pchat validate says more; the bytes themselves are safe"),
  MARK_DAMAGED(
      "STO-015",
      Severity.ERROR,
      "the file %s is not as it was written",
      "nothing but that file is touched; remove it, and set the mark anew that it stood for"),
  LEFTOVER(
      "STO-016",
      Severity.WARNING,
      "%s belongs to nothing that this version knows",
      "it is left alone; remove it if you do not know it either"),
  FUTURE(
      "STO-017",
      Severity.WARNING,
      "the source says that it is from %s, which is in the future",
      "the time of this backup is taken instead; check the clocks");

  private final Definition definition;

  StoreProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
