package org.pchat.respell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/** Writes a snapshot in a {@link Style}. */
final class StyledWriter {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private final Style style;
  private final Spelled spelled;
  private final MemorySource snapshot;
  private final Map<Guid, List<Role>> roles = new LinkedHashMap<>();
  private final Map<Guid, List<Scope>> scopes = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  StyledWriter(Style style, MemorySource snapshot) throws IOException {
    this.style = style;
    this.snapshot = snapshot;
    this.spelled = new Spelled(style, snapshot);
    for (Role role : MemorySource.all(snapshot.records(Kind.ROLE))) {
      roles.computeIfAbsent(role.node(), g -> new ArrayList<>()).add(role);
    }
    for (Scope scope : MemorySource.all(snapshot.records(Kind.SCOPE))) {
      scopes.computeIfAbsent(scope.node(), g -> new ArrayList<>()).add(scope);
    }
  }

  Map<String, byte[]> entries() throws IOException {
    List<Xml> tables = new ArrayList<>();
    tables.add(table(Kind.PRINCIPAL, MemorySource.all(snapshot.records(Kind.PRINCIPAL))));
    tables.add(table(Kind.ADD_IN, snapshot.structure().addIns()));
    nodes(tables);
    if (!style.nestedPermissions) {
      tables.add(table(Kind.ROLE, MemorySource.all(snapshot.records(Kind.ROLE))));
      tables.add(table(Kind.SCOPE, MemorySource.all(snapshot.records(Kind.SCOPE))));
    }
    if (style.lookups) {
      tables.add(lookup());
    }
    if (!style.nestedMessages && style.division != Style.Division.FILE_PER_ROOM) {
      tables.add(table(Kind.MESSAGE, MemorySource.all(snapshot.records(Kind.MESSAGE))));
    }
    divide(tables);
    return entries;
  }

  private void divide(List<Xml> tables) throws IOException {
    if (style.division == Style.Division.ONE_FILE) {
      var root = root(style.name("Export"));
      tables.forEach(root::add);
      put(style.name("Export"), root);
      return;
    }
    for (Xml table : tables) {
      Xml root = root(style.rows ? "rows" : table.name());
      table.children().forEach(root::add);
      put(table.name(), root);
    }
    if (style.division == Style.Division.FILE_PER_ROOM && !style.nestedMessages) {
      for (Room room : snapshot.structure().rooms()) {
        var root = root(style.name("Messages"));
        for (Message message : MemorySource.all(snapshot.messages(room.guid()))) {
          root.add(record(Kind.MESSAGE, message, List.of("room")));
        }
        put(style.name("Messages") + "/" + spelled.key(room.guid()), root);
      }
    }
  }

  private Xml root(String name) {
    var root = new Xml(name);
    if (!style.namespace.isEmpty()) {
      root.with("xmlns", style.namespace);
    }
    return style.nil ? root.with("xmlns:i", XSI) : root;
  }

  private void put(String stem, Xml root) {
    String encoding = style.charset.name();
    entries.put(stem + ".xml", root.document(encoding).getBytes(style.charset));
  }

  private void nodes(List<Xml> tables) throws IOException {
    var categories = new Xml(style.name("Categories"));
    var rooms = new Xml(style.name("Rooms"));
    for (Category category : snapshot.structure().categories()) {
      Xml element = record(Kind.CATEGORY, category, List.of());
      permissions(element, category.guid());
      if (style.nestedRooms) {
        var inside = new Xml(style.name("Rooms"));
        for (Room room : snapshot.structure().rooms()) {
          if (room.category().equals(category.guid())) {
            inside.add(room(room, List.of("category")));
          }
        }
        element.add(inside);
      }
      categories.add(element);
    }
    if (style.nestedRooms) {
      tables.add(categories);
      return;
    }
    for (Room room : snapshot.structure().rooms()) {
      rooms.add(room(room, List.of()));
    }
    if (style.oneNode) {
      rooms.children().addAll(0, categories.children());
      tables.add(rooms);
    } else if (style.division == Style.Division.FILE_PER_ROOM && style.nestedMessages) {
      tables.add(categories);
      for (int i = 0; i < rooms.children().size(); i++) {
        Xml element = rooms.children().get(i);
        if (!style.namespace.isEmpty()) {
          element.with("xmlns", style.namespace);
        }
        put(style.name("Rooms") + "/" + (i + 1), element);
      }
    } else {
      tables.add(categories);
      tables.add(rooms);
    }
  }

  private Xml room(Room room, List<String> left) throws IOException {
    Xml element = record(Kind.ROOM, room, left);
    permissions(element, room.guid());
    if (style.nestedMessages) {
      var inside = new Xml(style.name("Messages"));
      for (Message message : MemorySource.all(snapshot.messages(room.guid()))) {
        inside.add(record(Kind.MESSAGE, message, List.of("room")));
      }
      element.add(inside);
    }
    return element;
  }

  private void permissions(Xml element, Guid node) {
    if (!style.nestedPermissions) {
      return;
    }
    for (RoleType type : RoleType.values()) {
      List<Guid> holders =
          roles.getOrDefault(node, List.of()).stream()
              .filter(role -> role.role() == type)
              .map(Role::principal)
              .toList();
      list(element, type.word() + "s", holders);
    }
    for (Access access : Access.values()) {
      List<Guid> holders =
          scopes.getOrDefault(node, List.of()).stream()
              .filter(scope -> scope.access() == access)
              .map(Scope::principal)
              .toList();
      list(element, access == Access.ALLOW ? "Allowed" : "Denied", holders);
    }
  }

  private void list(Xml element, String name, List<Guid> principals) {
    if (principals.isEmpty()) {
      return;
    }
    var list = new Xml(style.name(name));
    principals.forEach(
        principal -> list.add(new Xml(style.name("Principal")).text(spelled.reference(principal))));
    element.add(list);
  }

  private <T> Xml table(Kind<T> kind, Collection<T> records) {
    var table = new Xml(style.name(plural(kind)));
    records.forEach(record -> table.add(record(kind, record, List.of())));
    return table;
  }

  private static String plural(Kind<?> kind) {
    return kind == Kind.CATEGORY ? "Categories" : kind.word() + "s";
  }

  private <T> Xml record(Kind<T> kind, T record, List<String> left) {
    String elementName = style.name(kind.word());
    if (style.oneNode && (kind == Kind.ROOM || kind == Kind.CATEGORY)) {
      elementName = style.name("Node");
    }
    var element = new Xml(style.rows ? "row" : elementName);
    List<Map.Entry<String, String>> fields =
        new ArrayList<>(spelled.fields(kind, record, left).entrySet());
    if (style.alphabetical) {
      fields.sort(Comparator.comparing(field -> style.name(kind.word() + "." + field.getKey())));
    }
    for (Map.Entry<String, String> field : fields) {
      put(element, kind, field.getKey(), field.getValue());
    }
    return element;
  }

  private void put(Xml element, Kind<?> kind, String field, String value) {
    String name = style.name(kind.word() + "." + field);
    if (value.equals(Spelled.NONE)) {
      if (style.nil) {
        element.add(new Xml(name).with("i:nil", "true"));
      }
    } else if (field.equals("text") && style.textInside) {
      element.text(value);
    } else if (style.attributes) {
      element.with(name, value);
    } else {
      element.add(new Xml(name).text(value));
    }
  }

  private Xml lookup() {
    var table = new Xml(style.name("RoleTypes"));
    for (RoleType type : RoleType.values()) {
      var row = new Xml(style.name("RoleType"));
      put(row, Kind.ROLE, "roleTypeId", Spelled.number(type));
      put(row, Kind.ROLE, "roleTypeName", type.word());
      table.add(row);
    }
    return table;
  }
}
