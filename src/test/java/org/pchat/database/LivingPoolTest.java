package org.pchat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.mgc.Schema;
import org.pchat.model.ChatSource;
import org.pchat.model.Consistency;
import org.pchat.model.Kind;
import org.pchat.model.Login;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Severity;
import org.pchat.problem.UnsupportedArchiveException;

/** Pools that others write to while they are read, and pools that are not as published. */
class LivingPoolTest {
  @TempDir Path folder;

  private final List<H2Address> opened = new ArrayList<>();

  @AfterEach
  void forget() throws Exception {
    for (H2Address address : opened) {
      TestPools.forget(address);
    }
  }

  private H2Address memory(String name) throws IOException {
    var address = (H2Address) DatabaseAddress.parse("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    opened.add(address);
    TestPools.load(Pools.of(List.of("Desk"), List.of("one", "two")), address);
    return address;
  }

  private static final String LATE =
      "INSERT INTO dbo.tblPrincipal (prinID, prinGuid, prinUri, prinDisabled, prinTypeID,"
          + " prinAddedOn, prinUpdatedOn, prinVerifiedOn) VALUES"
          + " (99, '00000000-0000-4000-8000-000000000099', 'sip:late@contoso.com', 0, 5, 0, 0,"
          + " '2019-01-01')";
  private static final String LATE_MESSAGE =
      "INSERT INTO dbo.tblChat VALUES ((SELECT nodeID FROM dbo.tblNode WHERE nodeType = 0), 3, 5,"
          + " 99, 0, 'late', NULL)";
  private static final String LATE_ROLE =
      "INSERT INTO dbo.tblPrincipalRole VALUES"
          + " ((SELECT nodeID FROM dbo.tblNode WHERE nodeType = 0), 99, 1, 0)";

  private static void write(H2Address address, String... statements) throws Exception {
    TestPools.execute(address, statements);
  }

  @Test
  void a_snapshot_does_not_see_what_is_written_later() throws Exception {
    H2Address pool = memory("snapshot");
    try (ChatSource source = DatabaseReader.open(pool, ReadOptions.defaults())) {
      assertThat(source.consistency()).isEqualTo(Consistency.SNAPSHOT);
      write(pool, LATE, LATE_MESSAGE, LATE_ROLE);
      assertThat(MemorySource.all(source.records(Kind.MESSAGE))).hasSize(2);
      assertThat(MemorySource.all(source.records(Kind.PRINCIPAL))).hasSize(1);
      assertThat(MemorySource.all(source.records(Kind.ROLE))).isEmpty();
      assertThat(source.problems().problems()).isEmpty();
    }
  }

  @Test
  void without_snapshots_messages_end_where_they_ended_at_the_beginning() throws Exception {
    H2Address pool = memory("bounded");
    var dialect = new NoSnapshots(new H2(pool));
    try (ChatSource source =
        DatabaseReader.open(dialect.connect(Login.NONE), dialect, pool, ReadOptions.defaults())) {
      assertThat(source.consistency()).isEqualTo(Consistency.BOUNDED);
      write(pool, LATE, LATE_MESSAGE);
      assertThat(MemorySource.all(source.records(Kind.MESSAGE)))
          .extracting(Message::text)
          .containsExactly("one", "two");
      write(
          pool,
          "INSERT INTO dbo.tblPrincipal (prinID, prinGuid, prinUri, prinDisabled, prinTypeID,"
              + " prinAddedOn, prinUpdatedOn, prinVerifiedOn) VALUES"
              + " (100, '00000000-0000-4000-8000-000000000100', 'sip:later@contoso.com', 0, 5, 0,"
              + " 0, '2019-01-01')",
          LATE_ROLE.replace("99", "100"));
      assertThat(MemorySource.all(source.records(Kind.ROLE))).isEmpty();
      assertThat(source.problems().problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.code()).isEqualTo(DatabaseProblem.DANGLING);
                assertThat(problem.severity()).isEqualTo(Severity.WARNING);
                assertThat(problem.message()).contains("prinID 100");
              });
    }
  }

  @Test
  void in_one_state_a_reference_to_nothing_is_an_error() throws Exception {
    H2Address pool = memory("dangling");
    write(pool, "SET REFERENTIAL_INTEGRITY FALSE", LATE_ROLE);
    try (ChatSource source = DatabaseReader.open(pool, ReadOptions.defaults())) {
      assertThat(MemorySource.all(source.records(Kind.ROLE))).isEmpty();
      assertThat(source.problems().count(Severity.ERROR)).isEqualTo(1);
    }
  }

  @Test
  void several_walks_may_be_open_at_once() throws Exception {
    H2Address pool = memory("walks");
    try (ChatSource source = DatabaseReader.open(pool, ReadOptions.defaults());
        var one = source.records(Kind.MESSAGE);
        var other = source.records(Kind.MESSAGE)) {
      assertThat(one.advance()).isTrue();
      assertThat(other.advance()).isTrue();
      assertThat(one.advance()).isTrue();
      assertThat(one.record().text()).isEqualTo("two");
      assertThat(other.record().text()).isEqualTo("one");
    }
  }

  @Test
  void a_broken_line_is_an_io_failure_with_a_sentence() throws Exception {
    H2Address pool = memory("broken");
    var dialect = new H2(pool);
    try (ChatSource source =
        DatabaseReader.open(
            Spy.breaking(dialect.connect(Login.NONE), 85), dialect, pool, ReadOptions.defaults())) {
      assertThatThrownBy(() -> TestPools.records(source))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("Connection reset");
    } catch (IOException closing) {
      // The line is broken for the closing too.
    }
  }

  @Test
  void tables_named_as_in_2010_are_read_with_a_warning() throws Exception {
    H2Address pool = TestPools.in(folder);
    TestPools.load(TestPools.MONDAY, pool);
    for (String table : Schema.published().tables()) {
      write(pool, "ALTER TABLE dbo." + table + " RENAME TO " + table.substring(3));
    }
    write(
        pool,
        "ALTER TABLE dbo.Chat DROP COLUMN rtf",
        "ALTER TABLE dbo.Node ADD topic nvarchar(256)",
        "ALTER TABLE dbo.Node ALTER COLUMN visibility SET NULL",
        "UPDATE dbo.Node SET visibility = NULL WHERE nodeID ="
            + " (SELECT MIN(nodeID) FROM dbo.Node WHERE nodeType = 0)");
    try (ChatSource source = DatabaseReader.open(pool, ReadOptions.defaults())) {
      assertThat(source.coverage().has(Kind.MESSAGE.field("rtf").orElseThrow())).isFalse();
      assertThat(MemorySource.all(source.records(Kind.MESSAGE)))
          .hasSize(4_020)
          .allMatch(message -> message.rtf() == null);
      assertThat(source.problems().problems())
          .extracting(problem -> problem.code().id())
          .containsExactlyInAnyOrder("SQL-005", "SQL-004", "SQL-009");
    }
  }

  @Test
  void a_missing_column_and_a_missing_table_are_named() throws Exception {
    H2Address pool = TestPools.in(folder);
    TestPools.load(TestPools.MONDAY, pool);
    write(pool, "ALTER TABLE dbo.tblChat ALTER COLUMN content RENAME TO inhalt");
    assertThatThrownBy(() -> DatabaseReader.open(pool, ReadOptions.defaults()))
        .isInstanceOf(UnsupportedArchiveException.class)
        .hasMessageContaining("tblChat has no column content");
    write(pool, "DROP TABLE dbo.tblChat");
    assertThatThrownBy(() -> DatabaseReader.open(pool, ReadOptions.defaults()))
        .isInstanceOf(UnsupportedArchiveException.class)
        .hasMessageContaining("no table tblChat");
  }

  @Test
  void a_column_of_another_type_is_refused() throws Exception {
    H2Address pool = TestPools.in(folder);
    TestPools.load(Pools.of(List.of(), List.of()), pool);
    write(pool, "ALTER TABLE dbo.tblChat ALTER COLUMN chatDate nvarchar(40)");
    assertThatThrownBy(() -> DatabaseReader.open(pool, ReadOptions.defaults()))
        .isInstanceOf(UnsupportedArchiveException.class)
        .hasMessageContaining("tblChat.chatDate")
        .hasMessageContaining("bigint");
  }

  @Test
  void roles_are_known_by_name_whatever_their_numbers() throws Exception {
    H2Address pool = TestPools.in(folder);
    TestPools.load(TestPools.MONDAY, pool);
    var before = TestPools.records(pool).get("roles");
    write(
        pool,
        "SET REFERENTIAL_INTEGRITY FALSE",
        "UPDATE dbo.tblRoleType SET rtypeID = rtypeID + 40",
        "UPDATE dbo.tblPrincipalRole SET prinRoleTypeID = prinRoleTypeID + 40");
    assertThat(TestPools.records(pool).get("roles")).isEqualTo(before);
  }

  @Test
  void values_that_are_not_published_are_passed_over_and_told() throws Exception {
    H2Address pool = TestPools.in(folder);
    TestPools.load(Pools.of(List.of("Desk"), List.of("one")), pool);
    write(
        pool,
        "SET REFERENTIAL_INTEGRITY FALSE",
        "UPDATE dbo.tblPrincipal SET prinTypeID = 7",
        "UPDATE dbo.tblNode SET visibility = 1 WHERE nodeType = 0");
    try (ChatSource source = DatabaseReader.open(pool, ReadOptions.defaults())) {
      assertThat(source.structure().rooms()).isEmpty();
      assertThat(MemorySource.all(source.records(Kind.PRINCIPAL))).isEmpty();
      assertThat(source.problems().count(Severity.ERROR)).isEqualTo(2);
    }
  }
}
