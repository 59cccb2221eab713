package org.pchat.mgc;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.Audit;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/**
 * What is held of a pool while its rows are read, and how rows become records with its help. Made
 * by {@link PoolReading}.
 *
 * <p>A row that cannot become a record is reported, and null is returned.
 */
public final class Pool {
  private final Structure structure;
  private final IdIndex principals;
  private final Map<Integer, Guid> nodes;
  private final Map<Guid, Integer> roomIds;
  private final Map<Integer, RoleType> roleTypes;
  private final Findings findings;
  private final LocalTicks ticks;

  Pool(
      Structure structure,
      IdIndex principals,
      Map<Integer, Guid> nodes,
      Map<Integer, RoleType> roleTypes,
      Findings findings,
      LocalTicks ticks) {
    this.structure = structure;
    this.principals = principals;
    this.nodes = nodes;
    this.roleTypes = roleTypes;
    this.findings = findings;
    this.ticks = ticks;
    this.roomIds = new HashMap<>();
    for (Room room : structure.rooms()) {
      if (room.id() != null) {
        roomIds.put(room.guid(), room.id());
      }
    }
  }

  /** Returns categories, rooms and add-ins. */
  public Structure structure() {
    return structure;
  }

  /** Returns the {@code nodeID} of a room; null if there is no such room. */
  public @Nullable Integer roomId(Guid room) {
    return roomIds.get(room);
  }

  /** Returns the GUID of the category or room that has a {@code nodeID}; null if there is none. */
  public @Nullable Guid node(int id) {
    return nodes.get(id);
  }

  private @Nullable Guid principal(@Nullable Integer id) {
    return id == null ? null : principals.guid(id);
  }

  /** Returns the principal of a row of {@link Projection#PRINCIPALS}. */
  public @Nullable Principal principal(Row row) throws IOException {
    int id = row.number(1);
    Guid guid = row.maybeGuid(2);
    PrincipalType type = Numbers.principalType(row.number(4));
    Integer state = row.maybeNumber(11);
    AccountState disabled = state == null ? AccountState.ACTIVE : Numbers.accountState(state);
    if (guid == null || type == null || disabled == null) {
      String column = guid == null ? "prinGuid" : type == null ? "prinTypeID" : "prinDisabled";
      Object value = guid == null ? "NULL" : type == null ? row.number(4) : row.number(11);
      findings.unknownValue("tblPrincipal", "prinID " + id, value, column);
      return null;
    }
    return new Principal(
        guid,
        row.text(3),
        type,
        id,
        row.maybeText(5),
        row.maybeText(6),
        row.maybeText(7),
        row.maybeText(8),
        row.maybeText(9),
        row.maybeText(10),
        disabled,
        row.maybeNumber(12),
        row.maybeNumber(13),
        new Audit(
            principal(row.maybeNumber(14)),
            ticks.maybe(row.maybeBig(15)),
            principal(row.maybeNumber(16)),
            ticks.maybe(row.maybeBig(17))),
        row.maybeTime(18),
        false);
  }

  /** Returns the role of a row of {@link Projection#ROLES}. */
  public @Nullable Role role(Row row) throws IOException {
    Guid node = nodes.get(row.number(1));
    Guid principal = principals.guid(row.number(2));
    RoleType type = roleTypes.get(row.number(3));
    if (node == null || principal == null || type == null) {
      String target =
          node == null
              ? "nodeID " + row.number(1)
              : principal == null ? "prinID " + row.number(2) : "rtypeID " + row.number(3);
      findings.dangling("tblPrincipalRole", key(row), target);
      return null;
    }
    return new Role(node, principal, type, principal(row.maybeNumber(4)));
  }

  /** Returns the scope of a row of {@link Projection#SCOPES}. */
  public @Nullable Scope scope(Row row) throws IOException {
    Guid node = nodes.get(row.number(1));
    Guid principal = principals.guid(row.number(2));
    if (node == null || principal == null) {
      String target = node == null ? "nodeID " + row.number(1) : "prinID " + row.number(2);
      findings.dangling("tblScopePrincipal", key(row), target);
      return null;
    }
    Access access = row.bit(3) ? Access.DENY : Access.ALLOW;
    return new Scope(node, principal, access, principal(row.maybeNumber(4)));
  }

  private static String key(Row row) throws IOException {
    return "(" + row.number(1) + ", " + row.number(2) + ")";
  }

  /**
   * Returns the message of a row of {@link Projection#MESSAGES}. An author who is nobody is kept as
   * the number that stands there.
   *
   * @param room the room that {@link Projection#MESSAGE_ROOM} names
   */
  public Message message(Guid room, Row row) throws IOException {
    int author = row.number(3);
    Guid guid = principals.guid(author);
    return new Message(
        room,
        row.big(1),
        ticks.of(row.big(2)),
        guid,
        guid == null && author != 0 ? Integer.toString(author) : null,
        row.bit(4),
        row.text(5),
        row.maybeText(6));
  }
}
