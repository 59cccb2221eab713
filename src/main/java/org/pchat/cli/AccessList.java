package org.pchat.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.cli.Table.Column;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.union.Pile;
import org.pchat.union.Snapshot;
import org.pchat.union.UnionSource;
import org.pchat.why.AccessChain;
import org.pchat.why.Readers;
import org.pchat.why.Step;

/** Who could read a room at a time: {@code list access}. */
final class AccessList {
  private static final String GROUPS =
      "groups, folders and domains are named, not expanded: who is in a group no snapshot says";

  private final UnionSource state;
  private final @Nullable Snapshot next;
  private final Results results;
  private final Times times;

  private AccessList(UnionSource state, @Nullable Snapshot next, Results results, ZoneId zone) {
    this.state = state;
    this.next = next;
    this.results = results;
    this.times = new Times(zone);
  }

  /**
   * Prepares a list of how things stood.
   *
   * @param before the moment; null for the last snapshot
   * @return nothing if all snapshots are younger
   */
  static Optional<AccessList> at(
      UnionSource union, @Nullable Ticks before, Results results, ZoneId zone) throws IOException {
    Pile pile = union.pile();
    Optional<Pile> until = before == null ? Optional.of(pile) : pile.before(before);
    if (until.isEmpty()) {
      return Optional.empty();
    }
    int taken = until.get().snapshots().size();
    Snapshot next = taken < pile.snapshots().size() ? pile.snapshots().get(taken) : null;
    return Optional.of(new AccessList(UnionSource.of(until.get()), next, results, zone));
  }

  UnionSource state() {
    return state;
  }

  void print(Guid guid) throws IOException {
    Readers readers = Readers.of(state, guid);
    Room room = readers.room();
    if (room == null) {
      return;
    }
    if (results.isJson()) {
      results.json(json(room, readers));
    } else {
      text(room, readers);
    }
  }

  private Snapshot seen(Room room) {
    return state.pile().snapshots().get(state.pile().nodes().lastSeen(room.guid()));
  }

  private boolean isGone(Room room) {
    for (int i = seen(room).number() + 1; i < state.pile().snapshots().size(); i++) {
      if (state.pile().nodes().isAbsent(room.guid(), i)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Category> category(Room room) throws IOException {
    Structure structure = state.structure();
    return structure.category(room.category());
  }

  private Map<String, Object> json(Room room, Readers readers) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("room", room.guid());
    json.put("roomName", room.name());
    json.put("seen", Records.of(seen(room).glimpse()));
    if (next != null) {
      json.put("next", Records.of(next.glimpse()));
    }
    json.put("gone", isGone(room));
    json.put("category", room.category());
    category(room).ifPresent(category -> json.put("categoryName", category.name()));
    json.put("privacy", room.visibility().privacy());
    json.put("disabled", room.disabled());
    json.put("type", room.behavior().word());
    List<Object> all = new ArrayList<>();
    for (Readers.Reader reader : readers.readers()) {
      all.add(json(reader));
    }
    json.put("principals", all);
    json.put("note", GROUPS);
    return json;
  }

  private static Map<String, Object> json(Readers.Reader reader) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("guid", reader.guid());
    json.put("name", reader.label());
    if (reader.principal() != null) {
      json.put("uri", reader.principal().uri());
      json.put("type", reader.principal().type().word());
    }
    json.put("roles", reader.roles().stream().map(RoleType::word).toList());
    if (reader.scope() != null) {
      json.put("category", reader.scope().access().word());
    }
    AccessChain chain = reader.chain();
    if (chain != null) {
      json.put("answer", chain.answer().word());
      List<Object> steps = new ArrayList<>();
      for (Step step : chain.steps()) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("rule", step.rule().word());
        rule.put("answer", step.answer().word());
        rule.put("words", step.words());
        steps.add(rule);
      }
      json.put("chain", steps);
    }
    return json;
  }

  private void text(Room room, Readers readers) throws IOException {
    Page page = results.page();
    String name = category(room).map(Category::name).orElse(room.category().toString());
    page.line(page.safe(room.name()) + page.safe("  (" + name + ")"));
    page.line(
        "  %s%s, %s"
            .formatted(
                room.visibility().privacy(),
                room.disabled() ? ", disabled" : "",
                room.behavior().word()));
    page.line("  as " + page.safe(named(seen(room))) + " has it");
    if (isGone(room)) {
      page.line("  the room was gone by then");
    }
    if (next != null) {
      page.line("  the next snapshot is " + page.safe(named(next)));
    }
    page.line();
    var table =
        new Table(
            page,
            Column.text("PRINCIPAL"),
            Column.text("ROLES"),
            Column.text("CATEGORY"),
            Column.text("MAY READ"),
            Column.text("BECAUSE"));
    for (Readers.Reader reader : readers.readers()) {
      AccessChain chain = reader.chain();
      table.row(
          reader.label(),
          reader.roles().stream().map(RoleType::word).collect(Collectors.joining(", ")),
          reader.scope() == null ? "" : reader.scope().access().word(),
          chain == null ? "not expanded" : chain.answer().word(),
          chain == null ? "" : because(chain));
    }
    table.end();
    page.line(GROUPS);
  }

  private static String because(AccessChain chain) {
    return chain.steps().stream().map(Step::words).collect(Collectors.joining("; "));
  }

  private String named(Snapshot snapshot) {
    Ticks time = snapshot.glimpse().time();
    return snapshot.glimpse().name() + (time == null ? "" : " of " + times.minute(time));
  }
}
