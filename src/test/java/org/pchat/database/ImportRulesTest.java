package org.pchat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.database.ImportRules.Content;
import org.pchat.database.ImportRules.Match;
import org.pchat.database.ImportRules.Numbering;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Login;
import org.pchat.model.Message;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.model.Watch;
import org.pchat.problem.RefusedException;

/** What an import does where nothing is published, each choice by itself and all of them twice. */
class ImportRulesTest {
  @TempDir Path folder;

  private H2Address pool() {
    return TestPools.in(folder);
  }

  private static ChatSource desk(String name, String... texts) {
    return Pools.of(List.of(name), List.of(texts));
  }

  /** The same pool with a room of another identity. */
  private static ChatSource other(ChatSource source, Guid guid, String name) throws IOException {
    Structure structure = source.structure();
    Room room = structure.rooms().iterator().next();
    var copy =
        new Room(
            guid,
            room.category(),
            null,
            name,
            "the other",
            room.invite(),
            room.disabled(),
            room.behavior(),
            room.visibility(),
            room.addIn(),
            room.audit(),
            room.purgedOn(),
            room.lastMessageId(),
            false);
    List<Message> messages =
        MemorySource.all(source.records(Kind.MESSAGE)).stream()
            .map(
                m ->
                    new Message(
                        guid, m.id(), m.sent(), m.author(), null, m.alert(), m.text(), m.rtf()))
            .toList();
    return MemorySource.of(
            new Structure(List.copyOf(structure.categories()), List.of(copy), List.of()))
        .withPrincipals(MemorySource.all(source.records(Kind.PRINCIPAL)))
        .withMessages(messages);
  }

  private List<String> texts() throws IOException {
    return messages().stream().map(m -> m.id() + " " + m.text()).toList();
  }

  @SuppressWarnings("unchecked") // the name says what they are
  private List<Message> messages() throws IOException {
    return (List<Message>) TestPools.records(pool()).get("messages");
  }

  @SuppressWarnings("unchecked") // the name says what they are
  private List<Room> rooms() throws IOException {
    return (List<Room>) TestPools.records(pool()).get("rooms");
  }

  static Stream<ImportRules> everyCombination() {
    return Stream.of(Match.values())
        .flatMap(
            match ->
                Stream.of(Numbering.values())
                    .flatMap(
                        numbers ->
                            Stream.of(Content.values())
                                .map(content -> new ImportRules(match, numbers, content))));
  }

  @ParameterizedTest
  @MethodSource("everyCombination")
  void every_combination_can_be_repeated_without_a_change(ImportRules rules) throws IOException {
    TestPools.load(TestPools.MONDAY, pool());
    try (ChatSource tuesday =
        org.pchat.archive.ExportReader.open(
            TestPools.TUESDAY, org.pchat.model.ReadOptions.defaults())) {
      ImportOutcome first = TestPools.load(tuesday, pool(), rules);
      assertThat(first.changedNothing()).isFalse();
      var after = TestPools.records(pool());
      ImportOutcome second = TestPools.load(tuesday, pool(), rules);
      assertThat(second.changes().toString()).isNotNull();
      assertThat(second.changedNothing()).as(second.changes().toString()).isTrue();
      assertThat(TestPools.records(pool())).isEqualTo(after);
    }
  }

  @Test
  void replaced_content_is_that_of_the_package() throws IOException {
    TestPools.load(TestPools.MONDAY, pool());
    try (ChatSource tuesday =
        org.pchat.archive.ExportReader.open(
            TestPools.TUESDAY, org.pchat.model.ReadOptions.defaults())) {
      var rules = new ImportRules(Match.GUID, Numbering.KEPT, Content.REPLACED);
      TestPools.load(tuesday, pool(), rules);
      var kept = tuesday.structure();
      assertThat(messages())
          .filteredOn(m -> kept.room(m.room()).isPresent())
          .isEqualTo(TestPools.records(TestPools.TUESDAY).get("messages"));
    }
  }

  @Test
  void a_name_clash_is_overwritten_whatever_its_case() throws IOException {
    TestPools.load(desk("Trading Desk", "one"), pool());
    Guid guid = Pools.guid(777);
    ImportOutcome outcome =
        TestPools.load(other(desk("x", "one", "two"), guid, "TRADING DESK  "), pool());
    assertThat(outcome.overwritten()).hasSize(1);
    assertThat(outcome.overwritten().get(0).byName()).isTrue();
    assertThat(rooms()).hasSize(1);
    assertThat(rooms().get(0).guid()).isEqualTo(guid);
    assertThat(rooms().get(0).description()).isEqualTo("the other");
    assertThat(texts()).containsExactly("1 one", "2 two");
  }

  @Test
  void who_is_meant_by_guid_is_not_taken_by_a_name() throws IOException {
    TestPools.load(desk("Desk", "one"), pool());
    Guid guid = rooms().get(0).guid();
    ChatSource renamed = other(desk("x", "one"), guid, "Desk (old)");
    ChatSource fresh = other(desk("x", "new"), Pools.guid(4), "Desk");
    List<Room> both =
        List.of(
            renamed.structure().rooms().iterator().next(),
            fresh.structure().rooms().iterator().next());
    var categories = List.copyOf(renamed.structure().categories());
    ChatSource source =
        MemorySource.of(new Structure(categories, both, List.of()))
            .withPrincipals(MemorySource.all(renamed.records(Kind.PRINCIPAL)));
    TestPools.load(source, pool());
    assertThat(rooms())
        .extracting(room -> room.guid() + " " + room.name())
        .containsExactlyInAnyOrder(guid + " Desk (old)", Pools.guid(4) + " Desk");
    assertThat(TestPools.load(source, pool()).changedNothing()).isTrue();
  }

  @Test
  void by_name_the_guid_of_the_pool_stays() throws IOException {
    TestPools.load(desk("Desk", "one"), pool());
    Guid before = rooms().get(0).guid();
    var rules = new ImportRules(Match.NAME, Numbering.KEPT, Content.APPENDED);
    TestPools.load(other(desk("x", "one", "two"), Pools.guid(777), "desk"), pool(), rules);
    assertThat(rooms()).hasSize(1);
    assertThat(rooms().get(0).guid()).isEqualTo(before);
    assertThat(messages()).allMatch(m -> m.room().equals(before)).hasSize(2);
  }

  @Test
  void by_name_a_room_of_the_same_guid_and_another_name_is_another_room() throws IOException {
    TestPools.load(desk("Desk", "one"), pool());
    Guid guid = rooms().get(0).guid();
    var rules = new ImportRules(Match.NAME, Numbering.KEPT, Content.APPENDED);
    TestPools.load(other(desk("x", "two"), guid, "Floor"), pool(), rules);
    assertThat(rooms()).extracting(Room::name).containsExactlyInAnyOrder("Desk", "Floor");
  }

  @Test
  void a_number_that_is_taken_is_told_and_nothing_is_lost() throws IOException {
    TestPools.load(desk("Desk", "one", "two"), pool());
    ChatSource changed = MemorySource.copyOf(desk("Desk", "one", "another two", "three"));
    ImportOutcome outcome = TestPools.load(changed, pool());
    assertThat(outcome.of(Kind.MESSAGE)).isEqualTo(new ImportOutcome.Counts(1, 0, 1, 0, 1));
    assertThat(texts()).containsExactly("1 one", "2 two", "3 three");
  }

  @Test
  void renumbered_messages_follow_the_last_and_the_last_number_grows() throws IOException {
    TestPools.load(desk("Desk", "one", "two"), pool());
    var rules = new ImportRules(Match.GUID, Numbering.RENUMBERED, Content.APPENDED);
    TestPools.load(desk("Desk", "one", "another two"), pool(), rules);
    assertThat(texts()).containsExactly("1 one", "2 two", "3 another two");
    assertThat(rooms().get(0).lastMessageId()).isEqualTo(3);
  }

  @Test
  void a_room_with_the_name_of_a_category_is_not_imported() throws IOException {
    TestPools.load(desk("Desk", "one"), pool());
    ImportOutcome outcome =
        TestPools.load(other(desk("x", "lost"), Pools.guid(777), "trading"), pool());
    assertThat(outcome.of(Kind.ROOM).passedOver()).isEqualTo(1);
    assertThat(outcome.of(Kind.MESSAGE).passedOver()).isEqualTo(1);
    assertThat(texts()).containsExactly("1 one");
  }

  @Test
  void what_does_not_fit_a_column_is_passed_over() throws IOException {
    ImportOutcome outcome = TestPools.load(desk("x".repeat(257), "lost"), pool());
    assertThat(outcome.of(Kind.ROOM).passedOver()).isEqualTo(1);
    assertThat(outcome.of(Kind.MESSAGE).passedOver()).isEqualTo(1);
  }

  @Test
  void categories_come_in_any_order_and_a_ring_of_them_is_passed_over() throws IOException {
    List<Category> categories =
        List.of(
            category(Pools.guid(9), null, "Root"),
            category(Pools.guid(2), Pools.guid(8), "below"),
            category(Pools.guid(8), Pools.guid(9), "above"),
            category(Pools.guid(3), Pools.guid(4), "ring"),
            category(Pools.guid(4), Pools.guid(3), "ring too"));
    ImportOutcome outcome =
        TestPools.load(MemorySource.of(new Structure(categories, List.of(), List.of())), pool());
    assertThat(outcome.of(Kind.CATEGORY).added()).isEqualTo(2);
    assertThat(outcome.of(Kind.CATEGORY).passedOver()).isEqualTo(2);
  }

  private static Category category(Guid guid, Guid parent, String name) {
    return new Category(
        guid, parent, null, name, "", null, null, null, org.pchat.model.Audit.UNKNOWN, null, false);
  }

  @Test
  void a_dry_run_makes_and_changes_nothing() throws IOException {
    var job = new ImportJob(pool(), Login.NONE, ImportRules.DEFAULT, Watch.NONE);
    ImportOutcome outcome = job.whatIf(desk("Desk", "one"));
    assertThat(outcome.of(Kind.MESSAGE).added()).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
    TestPools.load(desk("Desk", "one"), pool());
    var before = TestPools.records(pool());
    assertThat(job.whatIf(desk("Desk", "one", "two")).of(Kind.MESSAGE).added()).isEqualTo(1);
    assertThat(TestPools.records(pool())).isEqualTo(before);
  }

  @Test
  void a_sql_server_and_a_foreign_database_are_refused() throws Exception {
    DatabaseAddress server = DatabaseAddress.parse("jdbc:sqlserver://sql1");
    assertThatThrownBy(() -> TestPools.load(desk("Desk"), server))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Import-CsPersistentChatData");
    TestPools.execute(pool(), "CREATE SCHEMA dbo", "CREATE TABLE dbo.recipes (cake int)");
    assertThatThrownBy(() -> TestPools.load(desk("Desk"), pool()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("tblNode");
  }

  @Test
  void times_beyond_the_calendar_survive() throws IOException {
    ChatSource desk = desk("Desk", "one");
    Guid room = desk.structure().rooms().iterator().next().guid();
    var message = new Message(room, 1, new Ticks(-1), Pools.KIM, null, true, "", "");
    TestPools.load(MemorySource.copyOf(desk).withMessages(List.of(message)), pool());
    assertThat(messages()).containsExactly(message);
  }

  @ParameterizedTest
  @MethodSource("everyCombination")
  void a_rehearsal_shows_the_pool_as_the_import_would_leave_it(ImportRules rules)
      throws IOException {
    TestPools.load(TestPools.MONDAY, pool());
    var before = TestPools.records(pool());
    var job = new ImportJob(pool(), Login.NONE, rules, Watch.NONE);
    try (ChatSource tuesday =
        org.pchat.archive.ExportReader.open(
            TestPools.TUESDAY, org.pchat.model.ReadOptions.defaults())) {
      var seen = new java.util.HashMap<String, List<?>>();
      ImportOutcome tried =
          job.rehearse(
              tuesday,
              (result, outcome) -> seen.putAll(TestPools.records(TestPools.sorted(result))));
      assertThat(TestPools.records(pool())).isEqualTo(before);
      assertThat(tuesday.problems().problems()).isEmpty();
      ImportOutcome done = job.run(tuesday);
      assertThat(tried).isEqualTo(done);
      assertThat(TestPools.records(pool())).isEqualTo(seen);
    }
  }

  @Test
  void conflicts_are_named_with_what_stands_in_the_way() throws IOException {
    TestPools.load(desk("A", "one", "two"), pool());
    try (ChatSource other = desk("A", "one", "not two")) {
      ImportOutcome outcome = TestPools.load(other, pool());
      Guid room = other.structure().rooms().iterator().next().guid();
      assertThat(outcome.conflicts())
          .containsExactly(
              new ImportOutcome.Conflict(
                  org.pchat.problem.DatabaseProblem.NUMBER_TAKEN, Kind.MESSAGE, room, "", 1));
    }
  }

  @Test
  void a_datetime_that_is_finer_than_a_database_holds_does_not_differ_at_every_import()
      throws IOException {
    ChatSource plain = desk("A", "one");
    Structure structure = plain.structure();
    Room room = structure.rooms().iterator().next();
    var fine = java.time.LocalDateTime.of(2019, 1, 1, 2, 3, 4, 999_999_900);
    var copy =
        new Room(
            room.guid(),
            room.category(),
            room.id(),
            room.name(),
            room.description(),
            room.invite(),
            room.disabled(),
            room.behavior(),
            room.visibility(),
            room.addIn(),
            room.audit(),
            fine,
            room.lastMessageId(),
            false);
    ChatSource source =
        MemorySource.of(
            new Structure(List.copyOf(structure.categories()), List.of(copy), List.of()));
    TestPools.load(source, pool());
    assertThat(TestPools.load(source, pool()).changedNothing()).isTrue();
    assertThat(rooms().get(0).purgedOn()).isEqualTo(fine.withNano(999_000_000));
  }

  @Test
  void a_role_that_the_pool_has_no_number_for_is_passed_over() throws Exception {
    TestPools.load(TestPools.MONDAY, pool());
    TestPools.execute(
        pool(),
        "DELETE FROM dbo.tblPrincipalRole",
        "DELETE FROM dbo.tblRoleType WHERE rtypeDesc = 'Creator'");
    ImportOutcome outcome = TestPools.load(TestPools.MONDAY, pool());
    long creators = outcome.of(Kind.ROLE).passedOver();
    assertThat(creators).isPositive();
    assertThat(outcome.of(Kind.ROLE).added()).isEqualTo(694 - creators);
    assertThat(outcome.conflicts())
        .extracting(conflict -> conflict.other())
        .containsOnly("Creator");
  }

  @Test
  void a_pool_that_lacks_a_column_is_refused_before_anything_is_written() throws Exception {
    TestPools.load(desk("A", "one"), pool());
    TestPools.execute(pool(), "ALTER TABLE dbo.tblNode DROP COLUMN purgedOn");
    assertThatThrownBy(() -> TestPools.load(desk("A", "one"), pool()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("tblNode with a purgedOn of type datetime");
  }
}
