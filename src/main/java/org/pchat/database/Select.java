package org.pchat.database;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.mgc.Catalogue;
import org.pchat.mgc.Projection;

/**
 * Everything that is ever asked of a pool: explicit columns, no write, no change of the schema, as
 * Microsoft asks of those who read {@code mgc} for reports. None of it joins or sorts more than a
 * primary key gives for nothing: what needs work is done here, not in the pool.
 */
public enum Select {
  /** The last message of each room, by one look into the primary key for each. */
  BOUNDS(
      "SELECT nodeID, (SELECT MAX(chatId) FROM dbo.tblChat WHERE channelId = nodeID)"
          + " FROM dbo.tblNode WHERE nodeType = 0"),
  /** The last number given in each room. */
  LAST_CHAT_IDS(Projection.LAST_CHAT_IDS, ""),
  /** The identities behind the numbers of principals. */
  PRINCIPAL_IDS(Projection.PRINCIPAL_IDS, " ORDER BY prinID"),
  /** The principals. */
  PRINCIPALS(Projection.PRINCIPALS, " ORDER BY prinID"),
  /** Categories and rooms. */
  NODES(Projection.NODES, " ORDER BY nodeID"),
  /** The add-ins. */
  ADD_INS(Projection.ADD_INS, ""),
  /** What the numbers of roles mean; they are not published. */
  ROLE_TYPES(Projection.ROLE_TYPES, ""),
  /** Explicit roles. */
  ROLES(Projection.ROLES, ""),
  /** Scopes of categories. */
  SCOPES(Projection.SCOPES, ""),
  /** The messages of one room up to a number. */
  MESSAGES(Projection.MESSAGES, " WHERE channelId = ? AND chatId <= ? ORDER BY channelId, chatId");

  /** Asks which tables and columns there are; the catalogue of SQL itself, not of the product. */
  static final String CATALOGUE =
      "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS"
          + " WHERE TABLE_SCHEMA = 'dbo'";

  private final @Nullable Projection projection;
  private final String rest;

  Select(String whole) {
    this.projection = null;
    this.rest = whole;
  }

  Select(Projection projection, String rest) {
    this.projection = projection;
    this.rest = rest;
  }

  /** Returns the table that it reads. */
  public String table() {
    return projection == null ? Projection.NODES.table() : projection.table();
  }

  /** Returns the columns that it reads of its table, in order; none for {@link #BOUNDS}. */
  public List<String> columns() {
    return projection == null ? List.of() : projection.columns();
  }

  /** Returns the SQL for the whole published schema. */
  public String text() {
    return text(columns());
  }

  private String text(List<String> list) {
    return projection == null
        ? rest
        : "SELECT " + String.join(", ", list) + " FROM dbo." + table() + rest;
  }

  /** Returns the SQL for a database that lacks some columns, or names its tables as in 2010. */
  String text(Catalogue catalogue) {
    List<String> list =
        columns().stream().map(column -> catalogue.has(table(), column) ? column : "NULL").toList();
    return text(list).replace("dbo.tbl", "dbo." + catalogue.actualName("tbl"));
  }
}
