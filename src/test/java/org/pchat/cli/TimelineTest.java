package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pchat.fixture.Pools.guid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.archive.ExportWriter;
import org.pchat.fixture.Browser;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Message;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;
import org.pchat.select.RestrictedSource;
import org.pchat.select.Selection;
import org.pchat.select.SelectionRequest;
import org.pchat.sqlfile.MakeBackup;

/** Thirty daily snapshots by a script, of many kinds, and the history that is told of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineTest {
  private static final int DAYS = 30;
  private static final int DIRECTORY_DAY = 6;
  private static final int SCOPED_DAY = 8;
  private static final int STARTED_DAY = 10;
  private static final int DAMAGED_DAY = 12;
  private static final int BACKUP_DAY = 16;
  private static final int DATABASE_DAY = 29;
  private static final Guid OTHER = guid(20);
  private static final Guid DESK = guid(100);
  private static final Guid HALL = guid(101);
  private static final Guid LOFT = guid(102);
  private static final Guid YARD = guid(103);
  private static final Ticks NOON = Ticks.tryParse("2018-06-04T12:00:00.0000000Z").orElseThrow();

  @TempDir static Path folder;

  private final Map<Guid, Room> rooms = new TreeMap<>();
  private final Map<Guid, TreeMap<Long, Message>> messages = new TreeMap<>();
  private final Map<Guid, Long> numbers = new TreeMap<>();
  private final Set<Role> roles = new TreeSet<>(Kind.ROLE.order());
  private final Set<String> script = new TreeSet<>();
  private final List<String> sources = new ArrayList<>();
  private final Random random = new Random(7);

  private static Ticks day(int day) {
    return new Ticks(NOON.value() + day * 864_000_000_000L);
  }

  @BeforeAll
  void thirty_days() throws IOException {
    Files.createDirectory(folder.resolve("pile"));
    for (Guid room : List.of(DESK, HALL, LOFT, YARD)) {
      rooms.put(room, room(room, room.equals(LOFT) ? OTHER : Pools.CATEGORY, "Room " + room));
      messages.put(room, new TreeMap<>());
      roles.add(new Role(room, Pools.KIM, RoleType.MEMBER, null));
    }
    for (int today = 0; today < DAYS; today++) {
      act(today);
      for (Guid room : rooms.keySet()) {
        for (int i = 0; i < 3; i++) {
          write(room, today, i);
        }
      }
      snapshot(today);
    }
  }

  private static Room room(Guid guid, Guid category, String name) {
    return new Room(
        guid,
        category,
        null,
        name,
        "",
        null,
        false,
        Behavior.NORMAL,
        Visibility.SCOPE,
        null,
        Audit.UNKNOWN,
        null,
        null,
        false);
  }

  private void write(Guid room, int today, int nth) {
    long id = numbers.merge(room, 1L, Long::sum);
    Ticks sent = new Ticks(day(today).value() - 1000 + nth);
    messages.get(room).put(id, message(room, id, sent, "day " + today + " no " + nth));
    if (today > 0) {
      note("written", "Message", room + " " + id, firstToTell(today, room, sent));
    }
  }

  private static Message message(Guid room, long id, Ticks sent, String text) {
    return new Message(room, id, sent, Pools.KIM, null, false, text, null);
  }

  /** Returns the first day from which a snapshot can tell of a message. */
  private static int firstToTell(int from, Guid room, Ticks sent) {
    int at = from;
    while (at == DIRECTORY_DAY
        || (at == SCOPED_DAY && !room.equals(LOFT))
        || (at == STARTED_DAY && sent.compareTo(day(STARTED_DAY - 1)) < 0)
        || (at == DAMAGED_DAY && room.equals(DESK))) {
      at++;
    }
    return at;
  }

  private void note(String act, String kind, String identity, int until) {
    script.add(until + " " + act + " " + kind + " " + identity);
  }

  private Message any(Guid room) {
    List<Message> all = List.copyOf(messages.get(room).values());
    return all.get(1 + random.nextInt(all.size() - 2));
  }

  private void remove(Guid room, long id, String act, int today) {
    messages.get(room).remove(id);
    note(act, "Message", room + " " + id, today);
  }

  private void act(int today) {
    switch (today) {
      case 3 -> remove(DESK, 5, "deleted", today);
      case 5 -> replace(today);
      case 7 -> clear(YARD, day(3), "cleared", today);
      case 11 -> fork(today);
      case 13 -> {
        messages.get(DESK).put(5L, message(DESK, 5, new Ticks(day(1).value() - 999), "day 1 no 1"));
        note("restored", "Message", DESK + " 5", today);
      }
      case 14 -> {
        rooms.put(HALL, room(HALL, OTHER, rooms.get(HALL).name()));
        note("moved", "Room", HALL.toString(), today);
        roles.removeIf(role -> role.node().equals(HALL));
        note("purged-by-move", "Role", HALL + " " + Pools.KIM + " Member", today);
      }
      case 17 -> {
        rooms.remove(YARD);
        note("room-deleted", "Room", YARD.toString(), today);
        roles.removeIf(role -> role.node().equals(YARD));
        note("room-deleted", "Role", YARD + " " + Pools.KIM + " Member", today);
        List.copyOf(messages.get(YARD).keySet())
            .forEach(id -> remove(YARD, id, "room-deleted", today));
      }
      case 19 -> {
        for (Guid room : rooms.keySet()) {
          clear(room, day(9), "aged-out", today);
        }
      }
      case 21 -> {
        roles.removeIf(role -> role.node().equals(DESK));
        note("revoked", "Role", DESK + " " + Pools.KIM + " Member", today);
        roles.add(new Role(LOFT, Pools.KIM, RoleType.MANAGER, null));
        note("granted", "Role", LOFT + " " + Pools.KIM + " Manager", today);
      }
      case 23 -> {
        rooms.put(LOFT, room(LOFT, OTHER, "Attic"));
        note("renamed", "Room", LOFT.toString(), today);
      }
      case 25 -> {
        for (int i = 0; i < 4; i++) {
          remove(LOFT, any(LOFT).id(), "deleted", today);
        }
      }
      default -> {}
    }
  }

  private void replace(int today) {
    Message old = any(HALL);
    messages.get(HALL).put(old.id(), message(HALL, old.id(), old.sent(), "(removed)"));
    note("replaced", "Message", HALL + " " + old.id(), today);
  }

  private void fork(int today) {
    Message old = messages.get(LOFT).get(20L);
    var other = message(LOFT, 20, new Ticks(old.sent().value() + 77), "another history");
    messages.get(LOFT).put(20L, other);
    note("time-changed", "Message", LOFT + " 20", today);
  }

  private void clear(Guid room, Ticks until, String act, int today) {
    List<Long> old =
        messages.get(room).values().stream()
            .filter(m -> m.sent().compareTo(until) <= 0)
            .map(Message::id)
            .toList();
    old.forEach(id -> remove(room, id, act, today));
  }

  private MemorySource state(int today) throws IOException {
    MemorySource pool = MemorySource.copyOf(Pools.of(List.of(), List.of()));
    List<Category> categories = new ArrayList<>(pool.structure().categories());
    Category first = pool.structure().category(Pools.CATEGORY).orElseThrow();
    categories.add(
        new Category(
            OTHER,
            Pools.ROOT,
            null,
            "Other",
            "",
            first.invite(),
            first.logged(),
            first.filePost(),
            Audit.UNKNOWN,
            null,
            false));
    Coverage c = pool.coverage();
    return MemorySource.of(new Structure(categories, List.copyOf(rooms.values()), List.of()))
        .with(new Coverage(Level.ALL, Set.of(), null, day(today), c.zone(), c.fields(), false))
        .withPrincipals(MemorySource.all(pool.records(Kind.PRINCIPAL)))
        .withPermissions(List.copyOf(roles), List.of())
        .withMessages(messages.values().stream().flatMap(m -> m.values().stream()).toList());
  }

  private void snapshot(int today) throws IOException {
    MemorySource state = state(today);
    Path zip = folder.resolve("pile/day%02d.zip".formatted(today));
    if (today == BACKUP_DAY) {
      Path bak = folder.resolve("pile/day%02d.bak".formatted(today));
      MakeBackup.write(state, bak, false);
      sources.add(bak.toString());
      return;
    }
    if (today == DIRECTORY_DAY) {
      write(state, Level.ROOM_DIRECTORY, List.of(), null, zip);
    } else if (today == SCOPED_DAY) {
      write(state, Level.ALL, List.of("Other"), null, zip);
    } else if (today == STARTED_DAY) {
      write(state, Level.ALL, List.of(), day(STARTED_DAY - 1).toString(), zip);
    } else {
      ExportWriter.write(state, zip, false);
    }
    if (today == DAMAGED_DAY) {
      damage(zip);
    }
    if (today == DATABASE_DAY) {
      String pool = "jdbc:h2:" + folder.resolve("pool");
      Run run = Run.pchat("import", zip.toString(), "--into", pool);
      assertThat(run.exit()).as(run.err()).isZero();
      Files.delete(zip);
      sources.add(pool);
    } else {
      sources.add(zip.toString());
    }
  }

  private static void write(
      MemorySource state, Level level, List<String> scope, String start, Path zip)
      throws IOException {
    var request =
        new SelectionRequest(List.of(), scope, List.of(), start, null, java.time.ZoneOffset.UTC);
    var part = RestrictedSource.of(state, level, Selection.resolve(request, state));
    ExportWriter.write(part, zip, false);
  }

  /** Breaks the messages of a room off in the middle of one. */
  private static void damage(Path zip) throws IOException {
    List<Zips.Part> parts = new ArrayList<>();
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        boolean desk = entry.getName().contains(DESK.toString());
        int cut = content.indexOf("id=\"9\"");
        parts.add(Zips.part(entry.getName(), desk ? content.substring(0, cut) : content));
      }
    }
    Zips.write(zip, parts);
  }

  private static List<JsonNode> lines(Run run) throws IOException {
    var json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private static Run run(String verb, List<String> sources, String... options) {
    List<String> words = new ArrayList<>(List.of(verb));
    words.addAll(sources);
    words.addAll(Arrays.asList(options));
    return Run.pchat(words.toArray(String[]::new));
  }

  private Set<String> told(JsonNode summary, List<JsonNode> events) {
    Map<String, Integer> days = new TreeMap<>();
    for (JsonNode snapshot : summary.get("snapshots")) {
      days.put(snapshot.get("source").asText(), days.size());
    }
    Set<String> told = new TreeSet<>();
    for (JsonNode event : events) {
      if (!event.get("change").asText().equals("unknown")) {
        JsonNode record = event.get(event.has("after") ? "after" : "before");
        String kind = event.get("kind").asText();
        String identity =
            switch (kind) {
              case "Message" -> record.get("room").asText() + " " + record.get("id").asText();
              case "Role" ->
                  record.get("node").asText()
                      + " "
                      + record.get("principal").asText()
                      + " "
                      + record.get("role").asText();
              default -> record.get("guid").asText();
            };
        for (JsonNode act : event.get("acts")) {
          told.add(
              days.get(event.get("until").get("source").asText())
                  + " "
                  + act.asText()
                  + " "
                  + kind
                  + " "
                  + identity);
        }
      }
    }
    told.removeIf(line -> line.contains(" noted "));
    return told;
  }

  @Test
  void the_history_is_the_script_kind_by_kind() throws IOException {
    Run run = run("timeline", sources, "--json", "--details");
    assertThat(run.exit()).as(run.err()).isEqualTo(4);
    List<JsonNode> lines = lines(run);

    assertThat(told(lines.get(0), lines.subList(1, lines.size()))).isEqualTo(script);
    JsonNode snapshots = lines.get(0).get("snapshots");
    assertThat(snapshots).hasSize(DAYS);
    assertThat(snapshots.get(BACKUP_DAY).get("kind").asText()).isEqualTo("backup");
    assertThat(snapshots.get(DATABASE_DAY).get("kind").asText()).isEqualTo("database");
    assertThat(snapshots.get(DAMAGED_DAY).get("damaged").asBoolean()).isTrue();
    assertThat(snapshots.get(DAMAGED_DAY).get("cannotTell").has("damaged")).isTrue();
    assertThat(snapshots.get(DIRECTORY_DAY).get("cannotTell").has("outside-level")).isTrue();
    assertThat(snapshots.get(SCOPED_DAY).get("cannotTell").has("outside-scope")).isTrue();
    assertThat(snapshots.get(STARTED_DAY).get("cannotTell").has("before-start")).isTrue();
  }

  @Test
  void the_order_of_arguments_does_not_matter() {
    List<String> files = sources.subList(0, DATABASE_DAY); // a database has the time of today
    String once = run("timeline", files, "--json", "--details").out();
    String shown = run("show", files, "--json").out();
    List<String> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(run("timeline", shuffled, "--json", "--details").out()).isEqualTo(once);
    assertThat(run("show", shuffled, "--json").out()).isEqualTo(shown);
  }

  @Test
  void the_union_is_the_last_state_and_what_is_gone() throws IOException {
    Set<String> expected = new HashSet<>();
    lines(run("show", List.of(sources.get(DATABASE_DAY)), "--json"))
        .forEach(line -> expected.add(key(line)));
    Set<String> living = new HashSet<>();
    Set<String> gone = new HashSet<>();
    for (JsonNode line : lines(run("show", sources, "--json"))) {
      if (!line.has("outdated")) {
        assertThat((line.has("gone") ? gone : living).add(key(line))).isTrue();
      }
    }
    assertThat(living).isEqualTo(expected);
    long disappeared =
        script.stream()
            .filter(s -> s.contains(" Message "))
            .filter(s -> s.matches("\\d+ (deleted|cleared|aged-out|room-deleted) .*"))
            .map(s -> s.substring(s.indexOf("Message")))
            .distinct()
            .count();
    assertThat(gone).hasSize((int) disappeared);
  }

  private static String key(JsonNode line) {
    return line.get("room").asText()
        + line.get("id").asText()
        + line.get("sent").asText()
        + line.get("text").asText();
  }

  @Test
  void what_is_gone_is_listed_with_the_last_snapshot_that_has_it() throws IOException {
    List<String> sound = new ArrayList<>(sources);
    sound.remove(DAMAGED_DAY);
    Run run = run("timeline", sound, "--gone", "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode first = null;
    for (JsonNode line : lines(run)) {
      assertThat(line.get("change").asText()).isEqualTo("removed");
      boolean fifth = line.get("kind").asText().equals("Message");
      first = first == null && fifth ? line : first;
    }
    assertThat(first.get("before").get("id").asInt()).isEqualTo(1);
    assertThat(first.get("from").get("source").asText()).endsWith("day18.zip");
    assertThat(run("timeline", sound.subList(0, 2), "--gone").exit()).isEqualTo(1);
  }

  @Test
  void an_export_of_the_union_holds_what_is_gone_and_names_forks() throws IOException {
    Path whole = folder.resolve("whole.zip");
    List<String> few = List.of(sources.get(2), sources.get(9), sources.get(18), sources.get(28));
    Run run = run("export", few, "-o", whole.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("another message of the number 20");
    Set<String> written = new HashSet<>();
    lines(Run.pchat("show", whole.toString(), "--json")).forEach(line -> written.add(key(line)));
    Set<String> shown = new HashSet<>();
    for (JsonNode line : lines(run("show", few, "--json"))) {
      if (!line.has("outdated")) {
        shown.add(key(line));
      }
    }
    assertThat(written).isEqualTo(shown);
  }

  @Test
  void a_package_from_the_timeline_brings_back_what_any_snapshot_had() throws IOException {
    Path back = folder.resolve("back/back.zip");
    Files.createDirectory(back.getParent());
    List<String> words = new ArrayList<>(List.of("package", "--from-timeline"));
    words.addAll(List.of(sources.get(2), sources.get(15), sources.get(24)));
    words.addAll(List.of("--missing-in", sources.get(28), "-o", back.toString()));
    Run run = Run.pchat(words.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isIn(0, 3);
    String shown = Run.pchat("show", back.toString(), "--json").out();
    assertThat(shown).contains("day 0 no 0", "day 14 no 2");
  }

  @Test
  void who_could_read_a_room_at_a_date() throws IOException {
    String pile = folder.resolve("pile").toString();
    String desk = DESK.toString();
    JsonNode before =
        lines(Run.pchat("list", "access", "--room", desk, "--at", "2018-06-20", "--json", pile))
            .get(0);
    assertThat(before.get("seen").get("source").asText()).endsWith("day16.bak");
    assertThat(before.get("next").get("source").asText()).endsWith("day17.zip");
    assertThat(before.get("privacy").asText()).isEqualTo("Closed");
    assertThat(before.get("principals")).hasSize(1);
    assertThat(before.get("principals").get(0).get("roles").get(0).asText()).isEqualTo("Member");
    assertThat(before.get("principals").get(0).get("chain").get(0).get("rule").asText())
        .isEqualTo("account");

    JsonNode after = lines(Run.pchat("list", "access", "--room", desk, "--json", pile)).get(0);
    assertThat(after.get("principals")).isEmpty();

    Run gone = Run.pchat("list", "access", "--room", YARD.toString(), "--at", "2018-06-30", pile);
    assertThat(gone.out()).contains("the room was gone by then", "not expanded: who is in a group");
    Run early = Run.pchat("list", "access", "--room", desk, "--at", "2018-01-01", pile);
    assertThat(early.exit()).as(early.err()).isIn(1, 4);
    assertThat(early.err()).contains("no snapshot is so old");
    assertThat(Run.pchat("list", "access", pile).exit()).isEqualTo(2);
    assertThat(Run.pchat("list", "rooms", "--at", "2018-01-01", pile).exit()).isEqualTo(2);
  }

  @Test
  void linked_files_are_held_against_a_copied_store() throws IOException {
    String room = "0a1b";
    Path store = folder.resolve("store");
    Files.createDirectories(store.resolve("files/" + room));
    Files.createDirectories(store.resolve("other"));
    Files.writeString(store.resolve("files/" + room + "/Plan A.DOCX"), "");
    Files.writeString(store.resolve("other/moved.txt"), "");
    Files.writeString(store.resolve("other/nobody.txt"), "");
    Path one =
        Pools.write(
            folder.resolve("links1.zip"),
            List.of("Desk"),
            List.of("ma-filelink:" + room + "/plan%20a.docx?size=1", "no link"));
    Path two =
        Pools.write(
            folder.resolve("links2.zip"),
            List.of("Desk", "Hall"),
            List.of(
                "ma-filelink:" + room + "/plan%20a.docx?size=1",
                "no link",
                "see ma-filelink:" + room + "/moved.txt and ma-filelink:../../etc/passwd"));
    Run run =
        Run.pchat(
            "list",
            "files",
            "--json",
            "--against",
            store.toString(),
            one.toString(),
            two.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    List<String> told = new ArrayList<>();
    for (JsonNode line : lines(run)) {
      told.add(
          line.get("file").asText() + " " + line.path("path").asText(line.path("id").asText()));
    }
    assertThat(told)
        .containsExactly(
            "found 1",
            "elsewhere 3",
            "missing 3",
            "found 1",
            "elsewhere 3",
            "missing 3",
            "unlinked other/nobody.txt");
    Run text = Run.pchat("list", "files", "--against", store.toString(), one.toString());
    assertThat(text.exit()).isZero();
    assertThat(text.out()).contains("found", "unlinked");
  }

  @Test
  void the_page_asks_for_nothing_and_has_a_chart_for_each_room() throws IOException {
    Path html = folder.resolve("history.html");
    Run run = run("timeline", sources, "--format", "html", "-o", html.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(4);
    assertThat(Files.readString(html)).contains("times something disappeared", "aged-out");
    Path hostile =
        Pools.write(
            folder.resolve("hostile.zip"),
            org.pchat.fixture.TextCorpus.strings().stream().filter(n -> n.length() <= 256).toList(),
            List.of("<script>alert(1)</script>"));
    Path nothing = Pools.write(folder.resolve("nothing.zip"), List.of(), List.of());
    Path other = folder.resolve("hostile.html");
    Run second =
        Run.pchat(
            "timeline",
            hostile.toString(),
            nothing.toString(),
            "--format",
            "html",
            "-o",
            other.toString());
    assertThat(second.exit()).as(second.err()).isIn(0, 3);
    String kept = System.getProperty("pchat.keep.page");
    if (kept != null) {
      Files.copy(html, Path.of(kept), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    try (Browser browser = Browser.start()) {
      for (Path page : List.of(html, other)) {
        browser.looking(1200, 900, false).open(page);
        assertThat(browser.requests()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
      }
    }
    long charts = Files.readString(html).split("<svg class=\"chart\"", -1).length - 1L;
    assertThat(charts).isEqualTo(4);
  }

  @Test
  void a_store_stands_for_its_snapshots() throws IOException {
    String store = folder.resolve("kept").toString();
    assertThat(Run.pchat("init", "--store", store).exit()).isZero();
    for (int day : List.of(0, 1, 3, 5)) {
      Run saved = Run.pchat("backup", sources.get(day), "--store", store);
      assertThat(saved.exit()).as(saved.err()).isZero();
    }
    Run run = Run.pchat("timeline", store, "--json", "--details");
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode snapshots = lines(run).get(0).get("snapshots");
    assertThat(snapshots).hasSize(4);
    assertThat(snapshots.get(2).get("acts").get("deleted").asInt()).isEqualTo(1);
    Run shown = Run.pchat("show", store, "--json");
    assertThat(lines(shown)).filteredOn(line -> line.has("gone")).hasSize(1);
  }
}
