package org.pchat.model;

/** What a principal is: the rows of {@code tblPrincipalType} (docs/format.md, "Principals"). */
public enum PrincipalType implements Spelled {
  /** A generic row of the lookup table; not used by principals (1). */
  ANY("Any", 1),
  /** A generic row of the lookup table; not used by principals (2). */
  ANY_USER("AnyUser", 2),
  /** A generic row of the lookup table; not used by principals (3). */
  ANY_GROUP("AnyGroup", 3),
  /** An internal principal of the server (4). */
  SYSTEM_USER("SystemUser", 4),
  /** A person (5). */
  USER("User", 5),
  /**
   * An Active Directory domain; the column text says domain controller, the API says domain (8).
   */
  DOMAIN("DC", 8),
  /** A security group (9). */
  GROUP("Group", 9),
  /** A container or organisational unit (10). */
  FOLDER("Folder", 10);

  private final String word;
  private final int id;

  PrincipalType(String word, int id) {
    this.word = word;
    this.id = id;
  }

  @Override
  public String word() {
    return word;
  }

  /** Returns the published {@code ptypeID}. */
  public int id() {
    return id;
  }
}
