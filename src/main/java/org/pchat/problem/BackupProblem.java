package org.pchat.problem;

/** What can be wrong with a SQL Server backup or data file. */
public enum BackupProblem implements ProblemCode {
  TRUNCATED(
      "BAK-001",
      Severity.FATAL,
      "the file ends at byte %s, inside %s",
      "copy it again: the copy, or the backup itself, stopped half-way"),
  NO_BLOCK(
      "BAK-002",
      Severity.FATAL,
      "at byte %s there should be a block of a backup, but there is something else",
      "copy it again, or use another backup: this file is damaged"),
  BLOCK_CHECKSUM(
      "BAK-003",
      Severity.FATAL,
      "the header of the %s block at byte %s does not match its checksum",
      "copy it again, or use another backup: this file is damaged"),
  STREAM_CHECKSUM(
      "BAK-004",
      Severity.FATAL,
      "the header of the %s stream at byte %s does not match its checksum",
      "copy it again, or use another backup: this file is damaged"),
  NOT_SQL_SERVER(
      "BAK-005",
      Severity.FATAL,
      "the backup was written by \"%s\", not by SQL Server",
      "give a backup that BACKUP DATABASE wrote"),
  NO_SET(
      "BAK-006",
      Severity.FATAL,
      "the file holds no backup that was finished",
      "copy it again, or use another backup"),
  SEVERAL_SETS(
      "BAK-007",
      Severity.FATAL,
      "the file holds %s backups, one behind the other: %s",
      "say which with --set NUMBER"),
  NO_SUCH_SET(
      "BAK-008",
      Severity.FATAL,
      "there is no backup set %s; the file holds %s",
      "choose one of these with --set"),
  STRIPE(
      "BAK-009",
      Severity.FATAL,
      "this is file %s of the %s of a striped backup, most of which would read as empty without file %s",
      "give all of them together"),
  STRIPE_OF_ANOTHER(
      "BAK-010",
      Severity.FATAL,
      "\"%s\" belongs to another backup than \"%s\"",
      "give only the files of one striped backup"),
  NOT_FULL(
      "BAK-011",
      Severity.FATAL,
      "this is %s, which holds only what changed since a full backup",
      "give the full backup that it builds on"),
  ENCRYPTED(
      "BAK-012",
      Severity.FATAL,
      "the backup is encrypted",
      "restore it on a SQL Server that has its certificate, and back it up without encryption"),
  CONTAINER_VERSION(
      "BAK-013",
      Severity.FATAL,
      "the backup is compressed in version %s of SQL Server's container, which this tool cannot read",
      "restore it on a SQL Server and back it up WITH NO_COMPRESSION"),
  CHUNK_KIND(
      "BAK-014",
      Severity.FATAL,
      "the compressed backup has a chunk of an unknown kind (%s) at byte %s",
      "copy it again; if that does not help, it was compressed by a method that this tool cannot read: restore it and back it up WITH NO_COMPRESSION"),
  CHUNK_DAMAGED(
      "BAK-015",
      Severity.FATAL,
      "the compressed chunk at byte %s is damaged: %s",
      "copy it again, or use another backup"),
  DATABASE_VERSION(
      "BAK-016",
      Severity.FATAL,
      "the database has the internal version %s (%s), which this tool cannot read",
      "attach or restore it on a SQL Server 2005 to 2022, and back it up there"),
  NOT_A_DATA_FILE(
      "BAK-017",
      Severity.FATAL,
      "this is no primary data file of SQL Server: %s",
      "give the .mdf of the database, or its backup"),
  OTHER_FILES(
      "BAK-018",
      Severity.FATAL,
      "the database has more data files: %s",
      "this tool reads databases of one data file; export this one on a SQL Server"),
  CATALOGUE(
      "BAK-019",
      Severity.FATAL,
      "the catalogue of the database cannot be read: %s",
      "copy the file again, or use another backup; a database under TDE encryption looks like this, too"),
  PAGE_CHECKSUM(
      "BAK-020",
      Severity.ERROR,
      "page %s does not match its checksum",
      "its rows may be wrong; copy the file again, or use another backup"),
  PAGE_MISPLACED(
      "BAK-021",
      Severity.ERROR,
      "page %s is missing: %s stands in its place",
      "its rows are left out; copy the file again, or use another backup"),
  BAD_ROW(
      "BAK-022",
      Severity.ERROR,
      "the row of table %s on page %s cannot be decoded: %s",
      "it is left out; copy the file again, or use another backup"),
  BAD_LOB(
      "BAK-023",
      Severity.ERROR,
      "a long value of table %s, column %s cannot be read: %s",
      "its row is left out; copy the file again, or use another backup"),
  ROW_COUNT(
      "BAK-024",
      Severity.ERROR,
      "table %s has %s rows by the engine's own count, but %s were read",
      "do not rely on this table; use a backup that was made while the database was quiet"),
  LOG_NOT_REPLAYED(
      "BAK-025",
      Severity.ERROR,
      "the backup carries %s bytes of transaction log, which this tool does not replay",
      "what was written while the backup ran may be missing or half done; use a backup made while the database was quiet"),
  TABLE_FORM(
      "BAK-026",
      Severity.ERROR,
      "table %s is stored as %s, which this tool cannot read",
      "it is left out; restore the backup on a SQL Server, rebuild the table without compression, and back it up again"),
  COLUMN_TYPE(
      "BAK-027",
      Severity.WARNING,
      "column %s of table %s has the type %s, which is shown as its bytes",
      "nothing needs to be done, unless you need this column"),
  ALLOCATION(
      "BAK-028",
      Severity.ERROR,
      "the list of pages of table %s is damaged: %s",
      "rows may be missing; copy the file again, or use another backup"),
  LAST_SET_CUT(
      "BAK-029",
      Severity.ERROR,
      "the last backup set of the file is not complete: the file ends at byte %s",
      "the sets before it can be read; copy the file again for the last one"),
  STREAM_COMPRESSED(
      "BAK-030",
      Severity.FATAL,
      "the %s stream is compressed by a method that this tool does not know",
      "restore it on a SQL Server and back it up WITH NO_COMPRESSION"),
  EXTENTS(
      "BAK-031",
      Severity.ERROR,
      "the backup carries %s extents of pages, but the database's own map lists %s",
      "rows may be missing; copy the file again, or use another backup"),
  NOT_SQL_FILE(
      "BAK-032",
      Severity.FATAL,
      "this is %s, not a backup or data file of SQL Server",
      "give the .bak that BACKUP DATABASE wrote, or the database's .mdf"),
  SHORT_FILE(
      "BAK-033",
      Severity.ERROR,
      "the file has %s pages, but the database's own list of files says %s",
      "copy it again: the copy stopped half-way"),
  NO_LAYOUT(
      "BAK-034",
      Severity.FATAL,
      "a SQL Server file has no layout, so --layout %s says nothing about it",
      "leave --layout out"),
  UNTRIED(
      "BAK-035",
      Severity.WARNING,
      "table %s is compressed by row or page; this was built from descriptions and never tried on a real file",
      "compare some rows with what you know; restore the backup on a SQL Server if they matter"),
  UNPROTECTED(
      "BAK-036",
      Severity.WARNING,
      "pages with rows carry no checksum, so that a changed byte in them could not be noticed",
      "nothing needs to be done if the file comes from where it was written; databases with PAGE_VERIFY CHECKSUM do not have this"),
  PIECE_OF_PAGE(
      "BAK-037",
      Severity.ERROR,
      "the file ends inside a page",
      "copy it again: the copy stopped half-way");

  private final Definition definition;

  BackupProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
