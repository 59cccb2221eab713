package org.pchat.model;

/** A kind of origin. */
public enum OriginKind implements Spelled {
  /** A ZIP of XML. */
  EXPORT("export"),
  /** An unpacked export. */
  DIRECTORY("directory"),
  /** A live or embedded database. */
  DATABASE("database"),
  /** A SQL Server backup. */
  BACKUP("backup"),
  /** A SQL Server data file. */
  DATAFILE("datafile"),
  /** XML of the compliance service. */
  COMPLIANCE("compliance"),
  /** A snapshot in a store. */
  SNAPSHOT("snapshot");

  private final String word;

  OriginKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
