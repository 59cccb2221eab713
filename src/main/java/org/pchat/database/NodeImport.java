package org.pchat.database;

import static org.pchat.database.ImportRules.Match.NAME;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.database.Ledger.Fate;
import org.pchat.mgc.Numbers;
import org.pchat.mgc.Schema;
import org.pchat.model.AddIn;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Visibility;
import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Location;

/** Imports add-ins, categories and rooms, those above first. */
final class NodeImport {
  private final ImportContext context;
  private final Target target;
  private final Location where;
  private final Structure structure;
  private final Set<Guid> imported = new HashSet<>();
  private @Nullable Integer root;

  NodeImport(ImportContext context, ChatSource source) throws IOException {
    this.context = context;
    this.target = context.target();
    this.root = target.root();
    this.where = Location.of(source.origin().name());
    this.structure = source.structure();
  }

  void run() throws SQLException {
    structure.addIns().forEach(a -> target.oldAddIns.reserve(a.guid(), NameKey.of(a.name())));
    structure.categories().forEach(c -> target.oldNodes.reserve(c.guid(), NameKey.of(c.name())));
    structure.rooms().forEach(r -> target.oldNodes.reserve(r.guid(), NameKey.of(r.name())));
    try (TableWriter writer = context.writer("tblSiopWhiteList")) {
      for (AddIn addIn : structure.addIns()) {
        write(addIn, writer);
      }
      writer.flush();
    }
    try (TableWriter writer = context.writer("tblNode")) {
      writeRoots(writer);
      for (Category category : parentsFirst()) {
        if (!category.isRoot()) {
          write(category, writer);
        }
      }
      for (Room room : structure.rooms()) {
        context.watch().check();
        write(room, writer);
      }
      writer.flush();
    }
  }

  /** The key of an add-in is its GUID; one that is found by name keeps that of the pool. */
  private void write(AddIn addIn, TableWriter writer) throws SQLException {
    Matching.Known known = target.oldAddIns.claim(addIn.guid(), NameKey.of(addIn.name()));
    boolean isTaken = known == null && target.oldAddIns.has(addIn.guid());
    Guid fresh = isTaken ? PrincipalImport.beside(addIn.guid(), addIn.name()) : addIn.guid();
    Guid guid = known == null ? fresh : known.guid();
    List<@Nullable Object> values = Arrays.asList(guid, addIn.name(), addIn.url());
    if (!fits(Kind.ADD_IN, addIn.guid(), writer, values)) {
      return;
    }
    target.addIns.put(addIn.guid(), guid);
    if (context.ledger().note(Kind.ADD_IN, writer.write(values)) == Fate.CHANGED) {
      context
          .ledger()
          .overwritten(Kind.ADD_IN, addIn.guid(), addIn.name(), !guid.equals(addIn.guid()));
    }
  }

  private boolean fits(Kind<?> kind, Guid guid, TableWriter writer, List<@Nullable Object> values) {
    Schema.Column tooShort = writer.tooShort(values);
    if (tooShort != null) {
      var conflict =
          new ImportOutcome.Conflict(DatabaseProblem.TOO_LONG, kind, guid, tooShort.name(), 1);
      context.passOver(conflict, where, kind.word(), guid, tooShort.name());
    }
    return tooShort == null;
  }

  /** Categories whose parents lead in a circle, or nowhere, come last and find no parent. */
  private List<Category> parentsFirst() {
    List<Category> sorted = new ArrayList<>();
    Set<Guid> done = new HashSet<>();
    List<Category> left = new ArrayList<>(structure.categories());
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Category category : List.copyOf(left)) {
        if (category.parent() == null || done.contains(category.parent())) {
          sorted.add(category);
          done.add(category.guid());
          left.remove(category);
          moved = true;
        }
      }
    }
    sorted.addAll(left);
    return sorted;
  }

  private void write(Category category, TableWriter writer) throws SQLException {
    Integer parent = parent(category.parent());
    if (parent == null) {
      unresolved(Kind.CATEGORY, category.guid(), String.valueOf(category.parent()));
      return;
    }
    Place place = place(Kind.CATEGORY, category.guid(), category.name());
    if (place != null) {
      int id = place.id() != null ? place.id() : target.nodeIds.take(category.id());
      var item = new Item(Kind.CATEGORY, category.guid(), category.name());
      write(item, place, values(category, id, place.guid(), parent), writer);
    }
  }

  /** The root cannot be changed, which is published; that of the pool stands for any other. */
  private void writeRoots(TableWriter writer) throws SQLException {
    List<Category> roots = structure.categories().stream().filter(Category::isRoot).toList();
    for (Category category : roots) {
      if (root == null && !target.oldNodes.has(category.guid())) {
        int id = target.nodeIds.take(category.id());
        List<@Nullable Object> values = values(category, id, category.guid(), id);
        if (fits(Kind.CATEGORY, category.guid(), writer, values)) {
          writer.write(values);
          root = id;
        }
      }
    }
    for (Category category : roots) {
      if (root != null) {
        target.nodes.put(category.guid(), root);
        target.categories.put(category.guid(), root);
        imported.add(category.guid());
      }
    }
  }

  private List<@Nullable Object> values(
      Category category, int id, Guid guid, @Nullable Integer parent) {
    return Arrays.asList(
        id,
        guid,
        parent,
        true,
        category.name(),
        category.description(),
        category.invite(),
        category.logged(),
        category.filePost(),
        false,
        Numbers.of(Behavior.NORMAL),
        Numbers.of(Visibility.OPEN),
        null,
        target.principal(category.audit().addedBy()),
        PrincipalImport.ticks(category.audit().addedOn()),
        target.principal(category.audit().updatedBy()),
        PrincipalImport.ticks(category.audit().updatedOn()),
        category.purgedOn());
  }

  private void write(Room room, TableWriter writer) throws SQLException {
    Integer parent = parent(room.category());
    Guid addIn = room.addIn() == null ? null : target.addIns.get(room.addIn());
    if (parent == null || (room.addIn() != null && addIn == null)) {
      unresolved(Kind.ROOM, room.guid(), parent == null ? "" + room.category() : "" + room.addIn());
      return;
    }
    Place place = place(Kind.ROOM, room.guid(), room.name());
    if (place == null) {
      return;
    }
    Audit audit = room.audit();
    List<@Nullable Object> values =
        Arrays.asList(
            place.id() != null ? place.id() : target.nodeIds.take(room.id()),
            place.guid(),
            parent,
            false,
            room.name(),
            room.description(),
            room.invite(),
            null,
            null,
            room.disabled(),
            Numbers.of(room.behavior()),
            Numbers.of(room.visibility()),
            addIn,
            target.principal(audit.addedBy()),
            PrincipalImport.ticks(audit.addedOn()),
            target.principal(audit.updatedBy()),
            PrincipalImport.ticks(audit.updatedOn()),
            room.purgedOn());
    write(new Item(Kind.ROOM, room.guid(), room.name()), place, values, writer);
  }

  /** What a node of the package is called. */
  private record Item(Kind<?> kind, Guid guid, String name) {}

  private void write(Item item, Place place, List<@Nullable Object> values, TableWriter writer)
      throws SQLException {
    if (!fits(item.kind(), item.guid(), writer, values)) {
      return;
    }
    int id = (Integer) Objects.requireNonNull(values.get(0));
    target.nodes.put(item.guid(), id);
    imported.add(item.guid());
    (item.kind() == Kind.ROOM ? target.importedRooms : target.categories).put(item.guid(), id);
    if (context.ledger().note(item.kind(), writer.write(values)) == Fate.CHANGED) {
      context.ledger().overwritten(item.kind(), item.guid(), item.name(), place.byName());
    }
  }

  private @Nullable Integer parent(@Nullable Guid category) {
    return category == null ? null : target.categories.get(category);
  }

  private void unresolved(Kind<?> kind, Guid guid, String missing) {
    var conflict = new ImportOutcome.Conflict(DatabaseProblem.UNRESOLVED, kind, guid, missing, 1);
    context.passOver(conflict, where, kind.word() + " " + guid, missing);
  }

  /**
   * Where an item goes.
   *
   * @param id the row that it takes; null for a new one
   * @param guid the GUID that it has afterwards
   * @param byName whether it takes the place of one whose GUID is another
   */
  private record Place(@Nullable Integer id, Guid guid, boolean byName) {}

  /** Returns where the item goes; null if it cannot go anywhere. */
  private @Nullable Place place(Kind<?> kind, Guid guid, String name) {
    boolean isCategory = kind == Kind.CATEGORY;
    if (target.oldNodes.clashes(NameKey.of(name), isCategory)) {
      String other = isCategory ? "room" : "category";
      var clash =
          new ImportOutcome.Conflict(DatabaseProblem.NAME_OF_OTHER_KIND, kind, guid, name, 1);
      context.passOver(clash, where, kind.word(), name, other);
      return null;
    }
    Matching.Known known = target.oldNodes.claim(guid, NameKey.of(name));
    boolean byName = context.rules().match() == NAME;
    if (known == null && byName && target.oldNodes.has(guid)) {
      return new Place(null, PrincipalImport.beside(guid, name), false);
    }
    boolean isOther = known != null && known.isCategory() != isCategory;
    boolean isRoot = known == null && target.nodes.containsKey(guid);
    if (isOther || isRoot || imported.contains(guid)) {
      var taken = new ImportOutcome.Conflict(DatabaseProblem.GUID_TAKEN, kind, guid, "", 1);
      context.passOver(taken, where, kind.word(), guid);
      return null;
    }
    return known == null
        ? new Place(null, guid, false)
        : new Place(known.id(), byName ? known.guid() : guid, !known.guid().equals(guid));
  }
}
