package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pchat.cli.Table.Column;
import org.pchat.model.AccountState;
import org.pchat.model.AddIn;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Part;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;
import org.pchat.select.CopiedFiles;
import org.pchat.select.FileLink;
import org.pchat.select.MessageWalk;
import org.pchat.select.PrincipalIndex;
import org.pchat.select.Selection;
import org.pchat.select.Slice;
import org.pchat.select.WalkOrder;

/** The tables and JSON lines of {@code list}. */
final class Lists {
  private final ChatSource source;
  private final Selection selection;
  private final Results results;
  private final Times times;

  Lists(ChatSource source, Selection selection, Results results, ZoneId zone) {
    this.source = source;
    this.selection = selection;
    this.results = results;
    this.times = new Times(zone);
  }

  void rooms() throws IOException {
    Structure structure = source.structure();
    List<Room> rooms =
        structure.rooms().stream()
            .filter(room -> selection.selectsRoom(room.guid()))
            .sorted(
                Comparator.comparing(Room::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Room::guid))
            .toList();
    print(
        Kind.ROOM,
        rooms,
        new Table(
            results.page(),
            Column.text("ROOM"),
            Column.text("CATEGORY"),
            Column.number("MESSAGES"),
            Column.text("PRIVACY"),
            Column.text("NOTES")),
        room ->
            new String[] {
              room.name(),
              structure
                  .category(room.category())
                  .map(Category::name)
                  .orElse(room.category().toString()),
              stated(room),
              room.visibility().privacy(),
              notes(room)
            });
  }

  /** Returns how many messages the source says that the room has; nothing where it does not say. */
  private String stated(Room room) {
    OptionalLong stated = source.statedCount(Part.messagesOf(room.guid()));
    return stated.isPresent() ? String.format(Locale.ROOT, "%,d", stated.getAsLong()) : "";
  }

  private static String notes(Room room) {
    List<String> notes = new ArrayList<>();
    if (room.behavior() == Behavior.AUDITORIUM) {
      notes.add(room.behavior().word());
    }
    if (room.disabled()) {
      notes.add("disabled");
    }
    return String.join(", ", notes);
  }

  void categories() throws IOException {
    List<Category> categories =
        source.structure().categories().stream()
            .filter(category -> !source.coverage().isRoot(category))
            .filter(
                category ->
                    selection.categories().isEmpty()
                        || selection.categories().contains(category.guid()))
            .sorted(
                Comparator.comparing(Category::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Category::guid))
            .toList();
    print(
        Kind.CATEGORY,
        categories,
        new Table(
            results.page(),
            Column.text("CATEGORY"),
            Column.text("INVITES"),
            Column.text("HISTORY"),
            Column.text("FILES"),
            Column.text("DESCRIPTION")),
        c ->
            new String[] {
              c.name(), onOff(c.invite()), onOff(c.logged()), onOff(c.filePost()), c.description()
            });
  }

  void addIns() throws IOException {
    print(
        Kind.ADD_IN,
        source.structure().addIns(),
        new Table(results.page(), Column.text("ADD-IN"), Column.text("URL")),
        (AddIn addIn) -> new String[] {addIn.name(), addIn.url()});
  }

  void principals() throws IOException {
    var table =
        new Table(
            results.page(),
            Column.text("NAME"),
            Column.text("URI"),
            Column.text("TYPE"),
            Column.text("STATE"));
    Predicate<Principal> chosen =
        principal ->
            selection.authors().map(authors -> authors.contains(principal.guid())).orElse(true);
    stream(
        Kind.PRINCIPAL,
        chosen,
        table,
        p -> new String[] {p.label(), p.uri(), p.type().word(), state(p.disabled())});
    end(table);
  }

  void permissions() throws IOException {
    PrincipalIndex principals = PrincipalIndex.of(source);
    Structure structure = source.structure();
    var table =
        new Table(
            results.page(), Column.text("ON"), Column.text("PRINCIPAL"), Column.text("PERMISSION"));
    stream(
        Kind.ROLE,
        role -> chosen(role.node(), role.principal()),
        table,
        (Role r) ->
            new String[] {
              node(structure, r.node()), name(principals, r.principal()), r.role().word()
            });
    stream(
        Kind.SCOPE,
        scope -> chosen(scope.node(), scope.principal()),
        table,
        (Scope s) ->
            new String[] {
              node(structure, s.node()), name(principals, s.principal()), s.access().word()
            });
    end(table);
  }

  void files() throws IOException {
    Structure structure = source.structure();
    var table =
        new Table(
            results.page(),
            Column.text("ROOM"),
            Column.number("ID"),
            Column.text("SENT"),
            Column.link("LINK"));
    try (RecordCursor<Message> messages =
        MessageWalk.open(source, selection, WalkOrder.BY_ROOM, Slice.ALL)) {
      while (messages.advance()) {
        Message message = messages.record();
        for (FileLink link : FileLink.in(message.text())) {
          String room =
              structure.room(message.room()).map(Room::name).orElse(message.room().toString());
          if (results.isJson()) {
            results.json(file(message, room, link));
          } else {
            table.row(room, Long.toString(message.id()), times.minute(message.sent()), link.text());
          }
        }
      }
    }
    end(table);
  }

  /**
   * Lists links with what became of their files and, where all messages are selected, the files
   * that nobody links.
   *
   * @return whether no file is missing
   */
  boolean files(CopiedFiles files) throws IOException {
    boolean complete = true;
    var table =
        new Table(
            results.page(),
            Column.text("FILE"),
            Column.text("ROOM"),
            Column.number("ID"),
            Column.text("SENT"),
            Column.link("LINK"));
    try (RecordCursor<Message> messages =
        MessageWalk.open(source, selection, WalkOrder.BY_ROOM, Slice.ALL)) {
      while (messages.advance()) {
        Message message = messages.record();
        for (FileLink link : FileLink.in(message.text())) {
          CopiedFiles.Match match = files.find(link);
          complete &= match != CopiedFiles.Match.MISSING;
          print(match, messages, link, table);
        }
      }
    }
    if (selection.isEverything()) {
      files.unlinked(file -> unlinked(file, table));
    }
    end(table);
    return complete;
  }

  private void print(
      CopiedFiles.Match match, RecordCursor<Message> messages, FileLink link, Table table)
      throws IOException {
    Message message = messages.record();
    String room =
        source.structure().room(message.room()).map(Room::name).orElse(message.room().toString());
    if (results.isJson()) {
      Map<String, Object> object = file(message, room, link);
      object.put("file", match.word());
      results.json(Records.marked(object, messages.mark()));
    } else {
      table.row(
          match.word(),
          room,
          Long.toString(message.id()),
          times.minute(message.sent()),
          link.text());
    }
  }

  private void unlinked(Path file, Table table) throws IOException {
    if (results.isJson()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("file", "unlinked");
      object.put("path", file.toString());
      results.json(object);
    } else {
      table.row("unlinked", "", "", "", file.toString());
    }
  }

  private static Map<String, Object> file(Message message, String room, FileLink link) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("room", message.room());
    object.put("roomName", room);
    object.put("id", message.id());
    object.put("sent", message.sent());
    object.put("link", link.text());
    return object;
  }

  private <T> void print(Kind<T> kind, Iterable<T> records, Table table, Function<T, String[]> row)
      throws IOException {
    for (T record : records) {
      print(kind, record, table, row);
    }
    end(table);
  }

  private <T> void stream(Kind<T> kind, Predicate<T> chosen, Table table, Function<T, String[]> row)
      throws IOException {
    try (RecordCursor<T> records = source.records(kind)) {
      while (records.advance()) {
        if (chosen.test(records.record())) {
          print(kind, records.record(), table, row);
        }
      }
    }
  }

  private <T> void print(Kind<T> kind, T record, Table table, Function<T, String[]> row)
      throws IOException {
    if (results.isJson()) {
      Map<String, Object> object = Records.of(kind, record);
      if (kind == Kind.ROLE || kind == Kind.SCOPE) {
        object.put("kind", kind.word());
      }
      results.json(object);
    } else {
      table.row(row.apply(record));
    }
  }

  private void end(Table table) throws IOException {
    if (!results.isJson()) {
      table.end();
    }
  }

  /**
   * A permission is chosen by its node, when rooms or categories are, and by its principal, when
   * authors are.
   */
  private boolean chosen(Guid node, Guid principal) {
    boolean onNode =
        selection.rooms().isEmpty()
            || selection.selectsRoom(node)
            || selection.categories().contains(node);
    return onNode && selection.authors().map(authors -> authors.contains(principal)).orElse(true);
  }

  private static String node(Structure structure, Guid node) {
    return structure
        .room(node)
        .map(Room::name)
        .or(() -> structure.category(node).map(Category::name))
        .orElse(node.toString());
  }

  private static String name(PrincipalIndex principals, Guid guid) {
    return principals.label(guid).orElse(guid.toString());
  }

  private static String state(AccountState state) {
    return switch (state) {
      case ACTIVE -> "";
      case DISABLED -> "disabled";
      case DELETED -> "deleted";
    };
  }

  private static String onOff(@Nullable Boolean flag) {
    return flag == null ? "" : flag ? "on" : "off";
  }
}
