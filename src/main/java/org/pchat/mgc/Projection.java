package org.pchat.mgc;

import java.util.List;

/**
 * Which columns of which table are read, and in which order. Whoever delivers rows delivers these
 * columns as the columns 1, 2, … of a {@link Row}, with null for one that the pool lacks.
 */
public enum Projection {
  /** The last number given in each room. */
  LAST_CHAT_IDS("tblLastChatId", "nodeID", "lastChatID"),
  /** The identities behind the numbers of principals. */
  PRINCIPAL_IDS("tblPrincipal", "prinID", "prinGuid"),
  /** The principals. */
  PRINCIPALS(
      "tblPrincipal",
      "prinID",
      "prinGuid",
      "prinUri",
      "prinTypeID",
      "prinName",
      "prinDisplayName",
      "prinCompanyName",
      "prinEmail",
      "prinADPath",
      "prinADUserPrincipalName",
      "prinDisabled",
      "prinPoolID",
      "prinPolicyID",
      "prinAddedBy",
      "prinAddedOn",
      "prinUpdatedBy",
      "prinUpdatedOn",
      "prinVerifiedOn"),
  /** Categories and rooms. */
  NODES(
      "tblNode",
      "nodeID",
      "nodeGuid",
      "parentID",
      "nodeType",
      "nodeName",
      "nodeDesc",
      "invite",
      "logged",
      "filePost",
      "disabled",
      "behavior",
      "visibility",
      "siopID",
      "nodeAddedBy",
      "nodeAddedOn",
      "nodeUpdatedBy",
      "nodeUpdatedOn",
      "purgedOn"),
  /** The add-ins. */
  ADD_INS("tblSiopWhiteList", "siopID", "siopName", "siopUrl"),
  /** What the numbers of roles mean; they are not published. */
  ROLE_TYPES("tblRoleType", "rtypeID", "rtypeDesc"),
  /** Explicit roles. */
  ROLES(
      "tblPrincipalRole",
      "prinRoleNodeID",
      "prinRolePrinID",
      "prinRoleTypeID",
      "prinRoleUpdatedBy"),
  /** Scopes of categories. */
  SCOPES("tblScopePrincipal", "scopeNodeID", "scopePrinID", "scopeIsDenied", "scopeUpdatedBy"),
  /**
   * The messages of one room. Which room, its column {@link #MESSAGE_ROOM}, is known to whoever
   * reads them.
   */
  MESSAGES("tblChat", "chatId", "chatDate", "userId", "isAlert", "content", "rtf");

  /** The column of {@code tblChat} that names the room of a message. */
  public static final String MESSAGE_ROOM = "channelId";

  private final String table;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> columns;

  Projection(String table, String... columns) {
    this.table = table;
    this.columns = List.of(columns);
  }

  /** Returns the table, as it is called since 2013. */
  public String table() {
    return table;
  }

  /** Returns the columns in order. */
  public List<String> columns() {
    return columns;
  }

  /** Returns whether a column is read by any projection. */
  static boolean reads(String table, String column) {
    if (table.equals(MESSAGES.table) && column.equals(MESSAGE_ROOM)) {
      return true;
    }
    for (Projection projection : values()) {
      if (projection.table.equals(table) && projection.columns.contains(column)) {
        return true;
      }
    }
    return false;
  }
}
