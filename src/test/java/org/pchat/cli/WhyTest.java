package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.Golden;

/** {@code why} answers for every room and user of samples/contoso-edits.json, and for no other. */
class WhyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MONDAY = "samples/contoso-monday.zip";
  private static final String TUESDAY = "samples/contoso-tuesday.zip";
  private static final String SET_ROOM = "Set-CsPersistentChatRoom -Identity 'pool.contoso.com\\";

  private static Run why(String... words) {
    List<String> all = new ArrayList<>(List.of("why"));
    all.addAll(List.of(words));
    return Run.pchat(all.toArray(String[]::new));
  }

  /** Asks, checks that there is one answer, and returns it. */
  private static JsonNode answer(int exit, String... words) throws IOException {
    return between(exit, MONDAY, TUESDAY, words);
  }

  private static JsonNode between(int exit, String before, String after, String... words)
      throws IOException {
    Run run =
        why(
            Stream.concat(
                    Stream.of(words),
                    Stream.of("--json", "--pool", "pool.contoso.com", before, after))
                .toArray(String[]::new));
    assertThat(run.exit()).as(run.err() + run.out()).isEqualTo(exit);
    JsonNode answers = JSON.readTree(run.out()).get("answers");
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private static List<String> causes(JsonNode answer) {
    return StreamSupport.stream(answer.get("reasons").spliterator(), false)
        .map(reason -> reason.get("cause").asText())
        .toList();
  }

  private static String undo(JsonNode answer, int reason) {
    return answer.get("reasons").get(reason).path("undo").asText();
  }

  private static String room(JsonNode act) {
    return act.get("room").get("guid").asText();
  }

  static List<JsonNode> acts() throws IOException {
    List<JsonNode> acts = new ArrayList<>();
    JSON.readTree(Path.of("samples/contoso-edits.json").toFile()).get("acts").forEach(acts::add);
    return acts;
  }

  @ParameterizedTest
  @MethodSource("acts")
  void every_act_is_answered(JsonNode act) throws IOException {
    switch (act.get("act").asText()) {
      case "room-removed" -> removed(act);
      case "messages-removed" -> content(act, "messages-deleted", "137 messages");
      case "room-cleared" -> content(act, "cleared", "87 messages");
      case "texts-replaced" -> content(act, "texts-replaced", "3 messages");
      case "room-disabled" ->
          undone(act, "room-disabled", "聊天室 Server 2007-2009' -Disabled $False");
      case "room-made-secret" ->
          undone(act, "privacy", "Packages 2013-2019 (50 % off; a,b)' -Privacy 'Closed'");
      case "room-renamed" ->
          undone(act, "renamed", "Renamed & <moved on> \"2019\"' -Name 'R&D: Shell 2007-2009'");
      case "room-moved" -> moved(act);
      case "scopes-removed" -> scopesRemoved(act);
      case "account-deleted" -> accountDeleted(act);
      case "account-recreated" -> accountRecreated(act);
      case "messages-added" ->
          nothingGone(act, act.get("messagesNew").asInt() + " messages are new.");
      case "room-added" -> nothingGone(act, "The room is new: only the later snapshot has it.");
      default -> throw new AssertionError("an act that this test does not know: " + act);
    }
  }

  private static void removed(JsonNode act) throws IOException {
    JsonNode answer = answer(0, "--room", room(act));
    assertThat(causes(answer)).containsExactly("room-deleted");
    JsonNode reason = answer.get("reasons").get(0);
    assertThat(reason.get("words").asText()).contains("82 messages", "16 roles");
    assertThat(reason.has("undo")).isFalse();
    assertThat(reason.get("needsPackage").asBoolean()).isTrue();
    assertThat(reason.get("advice").asText()).startsWith("deleted:").contains("package");
  }

  private static void content(JsonNode act, String cause, String words) throws IOException {
    JsonNode answer = answer(0, "--room", room(act));
    assertThat(causes(answer)).containsExactly(cause);
    JsonNode reason = answer.get("reasons").get(0);
    assertThat(reason.get("words").asText()).contains(words);
    assertThat(reason.get("needsPackage").asBoolean()).isTrue();
    assertThat(reason.has("undo")).isFalse();
  }

  private static void undone(JsonNode act, String cause, String undo) throws IOException {
    JsonNode answer = answer(0, "--room", act.get("room").get("name").asText());
    assertThat(causes(answer)).containsExactly(cause);
    assertThat(undo(answer, 0)).isEqualTo(SET_ROOM + undo);
  }

  private static void moved(JsonNode act) throws IOException {
    JsonNode answer = answer(0, "--room", room(act));
    assertThat(causes(answer)).containsExactly("moved", "roles-lost");
    assertThat(undo(answer, 0))
        .isEqualTo(SET_ROOM + "Packages 2007-2009 (50 % off; a,b)' -Category 'Contoso'");
    JsonNode lost = answer.get("reasons").get(1);
    assertThat(lost.get("words").asText()).startsWith("13 roles of the room (Member, Manager)");
    assertThat(lost.get("advice").asText()).contains("after the move is undone");
    assertThat(lost.get("undo").asText()).contains("-Members @{Add='sip:", "-Managers @{Add='sip:");
  }

  /** Its rooms are Open, so nobody has a role in them, and nobody gets in any more. */
  private static void scopesRemoved(JsonNode act) throws IOException {
    for (JsonNode room : roomsOf(act.get("category").get("guid").asText())) {
      JsonNode answer = answer(0, "--room", room.get("guid").asText());
      assertThat(causes(answer)).containsExactly("category");
      assertThat(answer.get("reasons").get(0).get("words").asText())
          .contains("Town Hall", "lets in nobody now");
      assertThat(undo(answer, 0))
          .startsWith(
              "Set-CsPersistentChatCategory -Identity 'pool.contoso.com\\Town Hall' -AllowedMembers @{Add=");
    }
  }

  private static List<JsonNode> roomsOf(String category) throws IOException {
    List<JsonNode> rooms = new ArrayList<>();
    for (String line : Run.pchat("list", "rooms", "--json", TUESDAY).out().lines().toList()) {
      JsonNode room = JSON.readTree(line);
      if (room.get("category").asText().equals(category)) {
        rooms.add(room);
      }
    }
    assertThat(rooms).isNotEmpty();
    return rooms;
  }

  private static void accountDeleted(JsonNode act) throws IOException {
    for (JsonNode role : rolesInRooms(act)) {
      JsonNode everybody = answer(0, "--room", role.get("node").asText());
      assertThat(causes(everybody)).contains("account-recreated");
    }
  }

  /** One of the roles is that of a creator, on a category. */
  private static List<JsonNode> rolesInRooms(JsonNode act) {
    List<JsonNode> roles =
        StreamSupport.stream(act.get("roles").spliterator(), false)
            .filter(role -> !role.get("role").asText().equals("Creator"))
            .toList();
    assertThat(roles).hasSize(2);
    return roles;
  }

  /** The account is there and in use; what it lost are the roles, which went with the old GUID. */
  private static void accountRecreated(JsonNode act) throws IOException {
    String uri = act.get("principal").get("uri").asText();
    for (JsonNode deleted : acts()) {
      if (deleted.get("act").asText().equals("account-deleted")) {
        for (JsonNode role : rolesInRooms(deleted)) {
          JsonNode answer = answer(0, "--room", role.get("node").asText(), "--user", uri);
          assertThat(causes(answer)).contains("account-recreated");
          assertThat(answer.get("user").get("guids")).hasSize(2);
          assertThat(undo(answer, causes(answer).indexOf("account-recreated")))
              .endsWith(" -Members @{Add='" + uri + "'}");
        }
      }
    }
  }

  /** One of these rooms is among those in which the deleted account had a role. */
  private static void nothingGone(JsonNode act, String note) throws IOException {
    boolean alsoLostARole = room(act).startsWith("039a6b38");
    JsonNode answer = answer(alsoLostARole ? 0 : 1, "--room", room(act));
    assertThat(causes(answer)).isEqualTo(alsoLostARole ? List.of("account-recreated") : List.of());
    assertThat(answer.get("notes").get(0).asText()).isEqualTo(note);
  }

  @Test
  void rooms_without_an_act_are_as_they_were() throws IOException {
    JsonNode answer = answer(1, "--room", "Graphics 2004-2006");
    assertThat(answer.get("gone").asBoolean()).isFalse();
    assertThat(answer.get("reasons")).isEmpty();
  }

  @Test
  void the_other_way_round_things_come_back() throws IOException {
    JsonNode back = between(1, TUESDAY, MONDAY, "--room", "聊天室 Server 2007-2009");
    assertThat(back.get("notes").get(0).asText()).contains("is enabled now");
    JsonNode gone = between(0, TUESDAY, MONDAY, "--room", "Umzug & Neubau \"Halle 7\"");
    assertThat(causes(gone)).containsExactly("room-deleted");
  }

  @Test
  void a_room_is_found_by_its_new_name_too() throws IOException {
    JsonNode answer = answer(0, "--room", "Renamed & <moved on> \"2019\"");
    assertThat(answer.get("room").get("nameBefore").asText()).isEqualTo("R&D: Shell 2007-2009");
  }

  @Test
  void several_rooms_are_all_answered() throws IOException {
    Run run = why("--room", "Disks*", "--json", MONDAY, TUESDAY);
    assertThat(run.exit()).isZero();
    assertThat(JSON.readTree(run.out()).get("answers").size()).isGreaterThan(1);
  }

  @Test
  void a_name_that_is_nowhere_is_refused_with_the_nearest() {
    Run run = why("--room", "Disks 2007-2008", MONDAY, TUESDAY);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("no room matches", "did you mean \"Disks 2007-2009\"");
    Run user =
        why("--room", "Disks 2007-2009", "--user", "karin.turnr@fabrikam.com", MONDAY, TUESDAY);
    assertThat(user.exit()).isEqualTo(2);
    assertThat(user.err()).contains("no principal matches");
  }

  @Test
  void what_a_damaged_snapshot_does_not_hold_is_not_gone(@TempDir Path folder) throws IOException {
    Path sound = Path.of("samples/broken/sound-valid");
    Files.createDirectory(folder.resolve("Messages"));
    try (var entries = Files.walk(sound)) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        Files.copy(entry, folder.resolve(sound.relativize(entry)));
      }
    }
    Path permissions = folder.resolve("Permissions.xml");
    String xml = Files.readString(permissions);
    Files.writeString(permissions, xml.substring(0, xml.lastIndexOf("<Role")));
    for (List<String> who : List.of(List.<String>of(), List.of("--user", "lee.moss@contoso.com"))) {
      List<String> words = new ArrayList<>(List.of("--room", "Desk"));
      words.addAll(who);
      JsonNode answer = between(4, "" + sound, "" + folder, words.toArray(String[]::new));
      assertThat(causes(answer)).isNotEmpty().containsOnly("unknown");
    }
  }

  @Test
  void a_room_must_be_named() {
    assertThat(why(MONDAY, TUESDAY).exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"room-removed", "room-disabled", "room-moved", "room-renamed", "room-cleared"})
  void printed_for_people(String kind) throws IOException {
    JsonNode act =
        acts().stream().filter(a -> a.get("act").asText().equals(kind)).findFirst().orElseThrow();
    Golden.check("terminal/why-" + kind + ".txt", terminal("--room", room(act)));
  }

  @Test
  void times_are_told_in_the_zone_that_was_asked_for() throws IOException {
    JsonNode cleared =
        acts().stream()
            .filter(act -> act.get("act").asText().equals("room-cleared"))
            .findFirst()
            .orElseThrow();
    String utc = terminal("--room", room(cleared));
    String tokyo = terminal("--room", room(cleared), "--tz", "Asia/Tokyo");
    assertThat(utc).containsPattern("up to [0-9-]{10} [0-9:]{8} UTC\\s+are\\s+gone");
    assertThat(tokyo).containsPattern("up to [0-9-]{10} [0-9:]{8} Asia/Tokyo\\s+are\\s+gone");
  }

  @Test
  void the_chain_of_rules_is_printed_for_people() throws IOException {
    JsonNode deleted =
        acts().stream()
            .filter(a -> a.get("act").asText().equals("account-deleted"))
            .findFirst()
            .orElseThrow();
    String room = rolesInRooms(deleted).get(0).get("node").asText();
    Golden.check(
        "terminal/why-user.txt",
        terminal("--room", room, "--user", deleted.get("principal").get("uri").asText()));
  }

  private static String terminal(String... words) {
    List<String> all = new ArrayList<>(List.of("why"));
    all.addAll(List.of(words));
    all.addAll(List.of("--color", "never", MONDAY, TUESDAY));
    Run run = Run.onTerminal(all.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }
}
