package org.pchat.model;

/** What an explicit role allows: {@code tblRoleType.rtypeDesc}. The numbers are not published. */
public enum RoleType implements Spelled {
  /** May read and write. */
  MEMBER("Member"),
  /** May change the room. */
  MANAGER("Manager"),
  /** May write in an auditorium; the cmdlets say presenter. */
  VOICED("Voiced"),
  /** May create rooms in the category. */
  CREATOR("Creator");

  private final String word;

  RoleType(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
