package org.pchat.database;

import static org.pchat.database.ImportRules.Match.NAME;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.mgc.Row;
import org.pchat.model.Guid;
import org.pchat.model.Principal;
import org.pchat.model.RoleType;

/**
 * The pool that is imported into, as it was before: who and what is there, by GUID and by name, and
 * which numbers are taken.
 */
final class Target {
  final IdSource principalIds = new IdSource();
  final IdSource nodeIds = new IdSource();

  /** The principals that were there. */
  final Matching oldPrincipals;

  /** The categories and rooms that were there, but for the root. */
  final Matching oldNodes;

  /** The add-ins that were there. */
  final Matching oldAddIns;

  /** The numbers of principals by GUID, of the pool and then of the package too. */
  final Map<Guid, Integer> principals = new HashMap<>();

  /** The numbers of nodes by GUID, of the pool and then of the package too. */
  final Map<Guid, Integer> nodes = new HashMap<>();

  /** The numbers of categories by GUID, the root among them; only they have nodes below. */
  final Map<Guid, Integer> categories = new HashMap<>();

  /** The numbers of the rooms of the package that are in the pool now. */
  final Map<Guid, Integer> importedRooms = new HashMap<>();

  /** The add-ins of the pool, and those of the package with the one that each became. */
  final Map<Guid, Guid> addIns = new HashMap<>();

  private final Set<Integer> rooms = new HashSet<>();
  private final Map<RoleType, Integer> roleTypes = new HashMap<>();
  private @Nullable Integer root;

  private Target(ImportRules rules) {
    boolean byGuid = rules.match() != NAME;
    // Names of principals do not clash: an account that was made anew has the old one's address.
    oldPrincipals = new Matching(byGuid, !byGuid);
    oldNodes = new Matching(byGuid, true);
    oldAddIns = new Matching(byGuid, true);
  }

  /** Reads what is there. */
  static Target read(EmbeddedPool pool, ImportRules rules) throws SQLException, IOException {
    var target = new Target(rules);
    each(
        pool,
        "SELECT prinID, prinGuid, prinUri, prinTypeID FROM dbo.tblPrincipal ORDER BY prinID",
        target::principal);
    each(
        pool,
        "SELECT nodeID, nodeGuid, parentID, nodeType, nodeName FROM dbo.tblNode ORDER BY nodeID",
        target::node);
    each(pool, Select.ADD_INS.text(), target::addIn);
    each(pool, Select.ROLE_TYPES.text(), target::roleType);
    return target;
  }

  private interface Consumer {
    void accept(Row row) throws IOException;
  }

  private static void each(EmbeddedPool pool, String sql, Consumer consumer)
      throws SQLException, IOException {
    try (Statement statement = pool.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      var row = new JdbcRow(rows, pool.dialect());
      while (rows.next()) {
        consumer.accept(row);
      }
    }
  }

  /** No GUID is null in a pool; one that was made elsewhere may have left that open. */
  private static Guid guid(Row row, int column) throws IOException {
    return Objects.requireNonNullElse(row.maybeGuid(column), new Guid(0, 0));
  }

  private void principal(Row row) throws IOException {
    var known = new Matching.Known(row.number(1), guid(row, 2), false);
    principalIds.note(known.id());
    principals.put(known.guid(), known.id());
    oldPrincipals.add(known, key(row.text(3), row.number(4)));
  }

  private void node(Row row) throws IOException {
    var known = new Matching.Known(row.number(1), guid(row, 2), row.bit(4));
    nodeIds.note(known.id());
    nodes.put(known.guid(), known.id());
    if (known.isCategory()) {
      categories.put(known.guid(), known.id());
    }
    Integer parent = row.maybeNumber(3);
    if (known.isCategory() && (parent == null || parent == known.id())) {
      root = known.id();
      return;
    }
    oldNodes.add(known, NameKey.of(row.text(5)));
    if (!known.isCategory()) {
      rooms.add(known.id());
    }
  }

  private void addIn(Row row) throws IOException {
    Guid guid = guid(row, 1);
    addIns.put(guid, guid);
    oldAddIns.add(new Matching.Known(0, guid, false), NameKey.of(row.text(2)));
  }

  private void roleType(Row row) throws IOException {
    for (RoleType type : RoleType.values()) {
      if (type.word().equalsIgnoreCase(row.text(2))) {
        roleTypes.put(type, row.number(1));
      }
    }
  }

  /** Returns the number of a role; null where the pool knows none. */
  @Nullable Integer roleType(RoleType type) {
    return roleTypes.get(type);
  }

  /** What a principal is found by where names count: its address, among its kind. */
  static String key(Principal principal) {
    return key(principal.uri(), principal.type().id());
  }

  private static String key(String uri, int type) {
    return type + " " + uri.strip().toLowerCase(Locale.ROOT);
  }

  @Nullable Integer root() {
    return root;
  }

  boolean hadRoom(int id) {
    return rooms.contains(id);
  }

  boolean isEmpty() {
    return nodeIds.isEmpty() && principalIds.isEmpty() && addIns.isEmpty();
  }

  /** Returns the number of a principal; 0, which is nobody, where there is none. */
  int principal(@Nullable Guid guid) {
    return guid == null ? 0 : principals.getOrDefault(guid, 0);
  }

  @Nullable Integer maybePrincipal(@Nullable Guid guid) {
    return guid == null ? null : principals.get(guid);
  }
}
