package org.pchat.why;

import org.pchat.model.Spelled;

/** Why something is gone. */
public enum Cause implements Spelled {
  /** The room is gone with all that was in it. */
  ROOM_DELETED("room-deleted"),
  /** The room is switched off. */
  ROOM_DISABLED("room-disabled"),
  /** Fewer may see or enter the room than before. */
  PRIVACY("privacy"),
  /** The room has another name. */
  RENAMED("renamed"),
  /** The room stands in another category. */
  MOVED("moved"),
  /** Only presenters may write now. */
  AUDITORIUM("auditorium"),
  /** Roles on the room are gone. */
  ROLES_LOST("roles-lost"),
  /** The category lets in fewer than before. */
  CATEGORY("category"),
  /** The account is switched off. */
  ACCOUNT_DISABLED("account-disabled"),
  /** The account is gone from the directory. */
  ACCOUNT_DELETED("account-deleted"),
  /** The account is gone, and another one has its address. */
  ACCOUNT_RECREATED("account-recreated"),
  /** The principal is gone itself. */
  ACCOUNT_REMOVED("account-removed"),
  /** Everything up to a time was cleared. */
  CLEARED("cleared"),
  /** Single messages were deleted. */
  MESSAGES_DELETED("messages-deleted"),
  /** Texts were replaced by an administrator. */
  TEXTS_REPLACED("texts-replaced"),
  /** Messages differ in what no cmdlet changes. */
  FORKED("forked"),
  /** The later snapshot cannot tell. */
  UNKNOWN("unknown");

  private final String word;

  Cause(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** Returns whether content is gone that no cmdlet brings back, only a package. */
  public boolean needsPackage() {
    return switch (this) {
      case ROOM_DELETED, CLEARED, MESSAGES_DELETED, TEXTS_REPLACED, FORKED -> true;
      default -> false;
    };
  }
}
