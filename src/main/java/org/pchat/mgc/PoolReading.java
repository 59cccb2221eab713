package org.pchat.mgc;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.model.AddIn;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.ReadOptions;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Visibility;
import org.pchat.problem.DatabaseProblem;

/**
 * Gathers what is held of a pool: nodes, add-ins, and the meaning of its numbers. Give it the rows
 * of {@link Projection#PRINCIPAL_IDS} first, then the others in any order, then ask for the {@link
 * #pool}.
 *
 * <p><b>Memory.</b> Categories, rooms and add-ins, and 20 bytes a principal.
 */
public final class PoolReading {
  private final Findings findings;
  private final LocalTicks ticks;
  private final Catalogue catalogue;
  private final IdIndex principals = new IdIndex();
  private final Map<Integer, RoleType> roleTypes = new HashMap<>();
  private final Map<Integer, Node> nodes = new HashMap<>();
  private final List<AddIn> addIns = new ArrayList<>();
  private final Map<Integer, Long> lastChatIds = new HashMap<>();

  /** A row of {@code tblNode}; numbers point to other rows. */
  private record Node(
      int id,
      Guid guid,
      @Nullable Integer parent,
      boolean isCategory,
      String name,
      String description,
      @Nullable Boolean invite,
      @Nullable Boolean logged,
      @Nullable Boolean filePost,
      boolean disabled,
      @Nullable Behavior behavior,
      @Nullable Visibility visibility,
      @Nullable Guid addIn,
      Audit audit,
      @Nullable LocalDateTime purgedOn) {}

  /**
   * Begins to read a pool.
   *
   * @param catalogue which columns it has
   * @param options take the problems, and say in which zone its ticks are
   * @param still whether it shows one state; then a reference to nothing is wrong, else it may just
   *     be newer than what it refers to
   */
  public PoolReading(Catalogue catalogue, ReadOptions options, boolean still) {
    this.catalogue = catalogue;
    this.findings = new Findings(catalogue.name(), options.problems(), still);
    this.ticks = new LocalTicks(options.sourceZone());
  }

  /** Takes a row of {@link Projection#PRINCIPAL_IDS}. */
  public void principalId(Row row) throws IOException {
    Guid guid = row.maybeGuid(2);
    if (guid != null) {
      principals.add(row.number(1), guid);
    }
  }

  /**
   * Takes a row of {@link Projection#LAST_CHAT_IDS}; of two for one room the higher number counts.
   */
  public void lastChatId(Row row) throws IOException {
    Long number = row.maybeBig(2);
    if (number != null) {
      lastChatIds.merge(row.number(1), number, Math::max);
    }
  }

  /** Takes a row of {@link Projection#ROLE_TYPES}. */
  public void roleType(Row row) throws IOException {
    String name = row.text(2);
    for (RoleType type : RoleType.values()) {
      if (type.word().equalsIgnoreCase(name)) {
        roleTypes.put(row.number(1), type);
        return;
      }
    }
    findings.unknownValue("tblRoleType", "rtypeID " + row.number(1), name, "rtypeDesc");
  }

  /** Takes a row of {@link Projection#ADD_INS}. */
  public void addIn(Row row) throws IOException {
    Guid guid = row.maybeGuid(1);
    if (guid == null) {
      findings.unknownValue("tblSiopWhiteList", row.text(2), "NULL", "siopID");
      return;
    }
    addIns.add(new AddIn(guid, row.text(2), row.text(3)));
  }

  /** Takes a row of {@link Projection#NODES}. */
  public void node(Row row) throws IOException {
    int id = row.number(1);
    Guid guid = row.maybeGuid(2);
    if (guid == null) {
      findings.unknownValue("tblNode", "nodeID " + id, "NULL", "nodeGuid");
      return;
    }
    boolean isCategory = row.bit(4);
    Integer behavior = row.maybeNumber(11);
    Integer visibility = row.maybeNumber(12);
    Behavior behaves = behavior == null ? null : Numbers.behavior(behavior);
    Visibility seen = visibility == null ? null : Numbers.visibility(visibility);
    if (!isCategory
        && (wrong(id, "behavior", behavior, behaves)
            || wrong(id, "visibility", visibility, seen))) {
      return;
    }
    nodes.put(
        id,
        new Node(
            id,
            guid,
            row.maybeNumber(3),
            isCategory,
            row.text(5),
            row.text(6),
            row.maybeBit(7),
            row.maybeBit(8),
            row.maybeBit(9),
            row.bit(10),
            behaves,
            seen,
            row.maybeGuid(13),
            audit(row, 14),
            row.maybeTime(18)));
  }

  private boolean wrong(int id, String column, @Nullable Integer number, @Nullable Object meaning) {
    if (number == null || meaning != null) {
      return false;
    }
    findings.unknownValue("tblNode", "nodeID " + id, number, column);
    return true;
  }

  /** Reads who and when from four columns. */
  private Audit audit(Row row, int column) throws IOException {
    return new Audit(
        guid(row.maybeNumber(column)),
        ticks.maybe(row.maybeBig(column + 1)),
        guid(row.maybeNumber(column + 2)),
        ticks.maybe(row.maybeBig(column + 3)));
  }

  private @Nullable Guid guid(@Nullable Integer principal) {
    return principal == null ? null : principals.guid(principal);
  }

  /** Returns the pool; rows that belong to nothing are reported and left out. */
  public Pool pool() {
    List<Category> categories = new ArrayList<>();
    List<Room> rooms = new ArrayList<>();
    Map<Integer, Guid> nodeGuids = new HashMap<>();
    for (Node node : nodes.values()) {
      Node parent = node.parent() == null ? null : nodes.get(node.parent());
      if (node.isCategory() && (parent == null || parent.id() == node.id())) {
        parent = null;
      } else if (parent == null) {
        findings.add(DatabaseProblem.NO_ROOT, "tblNode", "nodeID " + node.id());
        continue;
      }
      nodeGuids.put(node.id(), node.guid());
      if (node.isCategory()) {
        categories.add(category(node, parent));
      } else {
        rooms.add(room(node, Objects.requireNonNull(parent)));
      }
    }
    var structure = new Structure(categories, rooms, addIns);
    return new Pool(structure, principals, nodeGuids, roleTypes, findings, ticks);
  }

  private static Category category(Node node, @Nullable Node parent) {
    return new Category(
        node.guid(),
        parent == null ? null : parent.guid(),
        node.id(),
        node.name(),
        node.description(),
        node.invite(),
        node.logged(),
        node.filePost(),
        node.audit(),
        node.purgedOn(),
        false);
  }

  private Room room(Node node, Node parent) {
    return new Room(
        node.guid(),
        parent.guid(),
        node.id(),
        node.name(),
        node.description(),
        node.invite(),
        node.disabled(),
        node.behavior() == null ? Behavior.NORMAL : node.behavior(),
        node.visibility() == null ? inherited(node) : node.visibility(),
        node.addIn(),
        node.audit(),
        node.purgedOn(),
        lastChatIds.get(node.id()),
        false);
  }

  /** In 2010 a room without a visibility has that of the next category above that says one. */
  private Visibility inherited(Node room) {
    Visibility visibility = Visibility.SCOPE;
    Node node = room;
    for (int level = 0; level < 100 && node != null; level++) {
      if (node.visibility() != null) {
        visibility = node.visibility();
        break;
      }
      node = node.parent() == null ? null : nodes.get(node.parent());
    }
    if (catalogue.has("tblNode", "visibility")) {
      findings.add(
          DatabaseProblem.INHERITED_VISIBILITY,
          "tblNode",
          "nodeID " + room.id(),
          visibility.word());
    }
    return visibility;
  }
}
