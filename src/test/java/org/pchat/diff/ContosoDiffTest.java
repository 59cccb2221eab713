package org.pchat.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Ticks;

/** Monday and Tuesday differ by exactly what samples/contoso-edits.json tells. */
class ContosoDiffTest {
  private static final List<Told> FOUND = new ArrayList<>();
  private static JsonNode script;
  private static ChatSource monday;
  private static ChatSource tuesday;
  private static Diff diff;

  /** A difference in short. */
  private record Told(Act act, String what) {}

  @BeforeAll
  static void compare() throws IOException {
    script = new ObjectMapper().readTree(Path.of("samples/contoso-edits.json").toFile());
    monday = ExportReader.open(Path.of("samples/contoso-monday.zip"), ReadOptions.defaults());
    tuesday = ExportReader.open(Path.of("samples/contoso-tuesday.zip"), ReadOptions.defaults());
    diff = Diff.of(monday, tuesday, DiffRequest.everything());
    try (Details details = diff.details()) {
      while (details.advance()) {
        Difference<?> difference = details.record();
        difference.acts().forEach(act -> FOUND.add(new Told(act, identity(difference))));
      }
    }
  }

  private static <T> String identity(Difference<T> difference) {
    return difference.kind() + " " + difference.kind().identity(difference.record());
  }

  @AfterAll
  static void close() throws IOException {
    diff.close();
    monday.close();
    tuesday.close();
  }

  private static JsonNode act(String kind) {
    for (JsonNode act : script.get("acts")) {
      if (act.get("act").asText().equals(kind)) {
        return act;
      }
    }
    throw new AssertionError(kind);
  }

  private static String guid(JsonNode act, String of) {
    return act.at("/" + of + "/guid").asText();
  }

  private static NodeChange<Room> room(String kind) {
    return diff.room(Guid.parse(guid(act(kind), "room"))).orElseThrow();
  }

  /** Returns what the script makes of the records, apart from what the server notes. */
  private static Set<String> expected() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (JsonNode act : script.get("acts")) {
      expected(act, expected);
    }
    return expected;
  }

  private static void expected(JsonNode act, Set<String> expected) throws IOException {
    String room = guid(act, "room");
    switch (act.get("act").asText()) {
      case "room-removed" -> {
        expected.add("ROOM_DELETED Room " + room);
        roles(act, Act.ROOM_DELETED, expected);
        messages(monday, room, message -> true, Act.ROOM_DELETED, expected);
      }
      case "messages-removed" -> ids(act, Act.DELETED, expected);
      case "room-cleared" -> {
        Ticks until = Ticks.tryParse(act.get("until").asText()).orElseThrow();
        messages(monday, room, m -> m.sent().compareTo(until) <= 0, Act.CLEARED, expected);
      }
      case "room-disabled" -> expected.add("DISABLED Room " + room);
      case "room-made-secret" -> expected.add("PRIVACY Room " + room);
      case "room-renamed" -> expected.add("RENAMED Room " + room);
      case "room-moved" -> {
        expected.add("MOVED Room " + room);
        roles(act, Act.PURGED_BY_MOVE, expected);
      }
      case "texts-replaced" ->
          act.get("messages")
              .forEach(m -> expected.add("REPLACED Message " + room + " " + m.get("id")));
      case "scopes-removed" ->
          act.get("scopes")
              .forEach(
                  scope ->
                      expected.add(
                          "REVOKED Scope "
                              + guid(act, "category")
                              + " "
                              + scope.get("principal").asText()));
      case "account-deleted" -> {
        expected.add("ACCOUNT_DELETED Principal " + guid(act, "principal"));
        roles(act, Act.ACCOUNT_DELETED, expected);
      }
      case "account-recreated" ->
          expected.add("ACCOUNT_RECREATED Principal " + guid(act, "principal"));
      case "messages-added" -> ids(act, Act.WRITTEN, expected);
      case "room-added" -> {
        expected.add("ROOM_CREATED Room " + room);
        messages(tuesday, room, message -> true, Act.ROOM_CREATED, expected);
        for (Role role : MemorySource.all(tuesday.records(Kind.ROLE))) {
          if (role.node().toString().equals(room)) {
            expected.add("ROOM_CREATED Role " + Kind.ROLE.identity(role));
          }
        }
      }
      default -> throw new AssertionError(act);
    }
  }

  private static void roles(JsonNode act, Act how, Set<String> expected) {
    for (JsonNode role : act.get("roles")) {
      expected.add(
          "%s Role %s %s %s"
              .formatted(
                  how,
                  role.get("node").asText(),
                  role.get("principal").asText(),
                  role.get("role").asText()));
    }
  }

  private static void ids(JsonNode act, Act how, Set<String> expected) {
    act.get("ids").forEach(id -> expected.add(how + " Message " + guid(act, "room") + " " + id));
  }

  private static void messages(
      ChatSource day, String room, Predicate<Message> which, Act how, Set<String> expected)
      throws IOException {
    MemorySource.all(day.messages(Guid.parse(room))).stream()
        .filter(which)
        .forEach(m -> expected.add(how + " Message " + Kind.MESSAGE.identity(m)));
  }

  @Test
  void exactly_the_acts_of_the_script_are_found() throws IOException {
    Set<String> found = new TreeSet<>();
    FOUND.stream()
        .filter(t -> t.act() != Act.NOTED)
        .forEach(t -> found.add(t.act() + " " + t.what()));
    assertThat(found).isEqualTo(expected());
  }

  @Test
  void what_the_server_notes_by_itself_is_told_apart() {
    assertThat(FOUND.stream().filter(told -> told.act() == Act.NOTED)).hasSize(6);
  }

  @Test
  void counts_are_those_of_the_script() {
    assertThat(diff.counts(Kind.MESSAGE)).isEqualTo(new Counts(91, 306, 3, 0, 0, 0));
    assertThat(diff.counts(Kind.ROLE)).isEqualTo(new Counts(15, 32, 0, 0, 0, 0));
    assertThat(diff.counts(Kind.SCOPE)).isEqualTo(new Counts(0, 3, 0, 0, 0, 0));
    assertThat(diff.counts(Kind.PRINCIPAL)).isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
    assertThat(diff.counts(Kind.ADD_IN)).isEqualTo(Counts.NONE);
  }

  @Test
  void rooms_tell_what_happened_to_them() {
    assertThat(room("messages-removed").messageActs()).isEqualTo(Map.of(Act.DELETED, 137L));
    assertThat(room("messages-removed").change()).isNull();
    assertThat(room("messages-removed").runs().stream().mapToLong(Run::messages).sum())
        .isEqualTo(137);
    assertThat(room("room-cleared").clearedUntil()).isNotNull();
    assertThat(room("room-moved").purgedRoles()).isEqualTo(13);
    assertThat(room("room-moved").access().lost()).isEqualTo(11);
    assertThat(room("room-renamed").fields().stream().map(Field::name))
        .containsExactly("name", "updatedOn");
    assertThat(diff.rooms().get(0).guid()).isEqualTo(room("messages-removed").guid());
    assertThat(diff.rooms()).hasSize(14);
  }

  @Test
  void reading_all_finds_the_same() throws IOException {
    DiffRequest thorough = DiffRequest.everything().thorough(true);
    try (Diff again = Diff.of(monday, tuesday, thorough)) {
      assertThat(EditedPair.told(again)).isEqualTo(EditedPair.told(diff));
    }
  }
}
