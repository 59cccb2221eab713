package org.pchat.problem;

/** What can be wrong with a database of Persistent Chat, and with writing into one. */
public enum DatabaseProblem implements ProblemCode {
  NOT_AN_MGC(
      "SQL-001",
      Severity.FATAL,
      "this is no database of Persistent Chat: it has no table %s",
      "check its name, which is mgc unless somebody chose another (--db-name)"),
  MISSING_COLUMN(
      "SQL-002",
      Severity.FATAL,
      "the table %s has no column %s, without which it cannot be read",
      "check the version of the product; only the schema of 2013 and later is published in full"),
  OTHER_TYPE(
      "SQL-003",
      Severity.FATAL,
      "the column %s is of type %s, where %s is published",
      "check the version of the product; a column of another type may have another meaning"),
  OLD_SCHEMA(
      "SQL-004",
      Severity.WARNING,
      "the tables are named as in Group Chat 2007 R2 and 2010, whose schema is published for two of them only",
      "the others are read as in 2013; compare what you see with the server"),
  FIELD_UNKNOWN(
      "SQL-005",
      Severity.WARNING,
      "there is no %s, so that what it would hold is unknown",
      "nothing needs to be done if the product is older than 2013"),
  UNKNOWN_VALUE(
      "SQL-006",
      Severity.ERROR,
      "the row %s has \"%s\" in %s, which is no published value; the row was passed over",
      "look at the row with the tools of SQL Server"),
  DANGLING(
      "SQL-007",
      Severity.WARNING,
      "the row %s refers to %s, which is not there; the row was left out",
      "export again if somebody was changing the pool at that moment"),
  NO_ROOT(
      "SQL-008",
      Severity.ERROR,
      "the node %s has no parent; it was passed over with all that belongs to it",
      "look at the row with the tools of SQL Server"),
  INHERITED_VISIBILITY(
      "SQL-009",
      Severity.WARNING,
      "the room %s has no visibility of its own; it was taken as %s",
      "in 2010 such rooms inherit it from their category"),
  SQL_SERVER_IS_READ_ONLY(
      "SQL-020",
      Severity.FATAL,
      "nothing is written into a SQL Server, because Microsoft supports no changes of this database by others",
      "use the cmdlet on a Front End Server: Import-CsPersistentChatData -DBInstance SERVER\\INSTANCE -FileName PACKAGE.zip -WhatIf -Report REPORT.html, and without -WhatIf when the report is clean"),
  FOREIGN_TARGET(
      "SQL-021",
      Severity.FATAL,
      "the database has tables, but it is no pool: it has no table %s",
      "name another file; a new pool is made where there is none"),
  TOO_LONG(
      "SQL-022",
      Severity.ERROR,
      "the %s %s is longer than the column %s takes; it was not imported",
      "shorten it in the source"),
  UNRESOLVED(
      "SQL-023",
      Severity.ERROR,
      "the %s refers to %s, which neither the package nor the pool has; it was not imported",
      "import a package that holds all it refers to"),
  NUMBER_TAKEN(
      "SQL-024",
      Severity.WARNING,
      "%s messages of the room %s were not added, because what stands there under their numbers differs",
      "import into a pool without this room, or let them be numbered anew"),
  AUTHOR_UNRESOLVED(
      "SQL-025",
      Severity.WARNING,
      "%s messages have authors whom neither the package nor the pool has; they stand without an author",
      "import a package that holds its authors"),
  DAMAGED_PACKAGE(
      "SQL-026",
      Severity.FATAL,
      "the package cannot be read to its end, so nothing was imported",
      "take another copy of it"),
  NAME_OF_OTHER_KIND(
      "SQL-027",
      Severity.ERROR,
      "the %s \"%s\" has the name of a %s of the pool, which no two may share; it was not imported",
      "rename one of the two"),
  GUID_TAKEN(
      "SQL-028",
      Severity.ERROR,
      "the %s %s has the GUID of another node; it was not imported",
      "take it from another export"),
  MESSAGES_OF_NO_ROOM(
      "SQL-029",
      Severity.ERROR,
      "there are messages of %s, which is no room; they were passed over",
      "print them with: pchat tables FILE --table tblChat");

  private final Definition definition;

  DatabaseProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
