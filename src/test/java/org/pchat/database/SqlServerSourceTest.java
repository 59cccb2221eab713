package org.pchat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.ChatSource;
import org.pchat.model.Consistency;
import org.pchat.model.Login;
import org.pchat.model.ReadOptions;
import org.pchat.model.Ticks;

/** Microsoft's driver against an imitation of its server: what is read, asked and understood. */
class SqlServerSourceTest {
  @TempDir Path folder;

  private static ReadOptions as(String password, String database) {
    return ReadOptions.defaults().with(new Login("reader", password::toCharArray, database));
  }

  private static ReadOptions reader() {
    return as(ImitatedSqlServer.PASSWORD, null);
  }

  private ImitatedSqlServer server(boolean allowsSnapshots) throws Exception {
    TestPools.load(TestPools.MONDAY, TestPools.in(folder));
    return ImitatedSqlServer.over(TestPools.in(folder), allowsSnapshots);
  }

  private static ChatSource open(ImitatedSqlServer server, ReadOptions options) throws IOException {
    return DatabaseReader.open(DatabaseAddress.parse(server.url()), options);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void every_record_comes_through_as_it_is_and_nothing_is_asked_that_is_not_listed(
      boolean allowsSnapshots) throws Exception {
    try (var server = server(allowsSnapshots);
        var source = TestPools.sorted(open(server, reader()))) {
      assertThat(source.consistency())
          .isEqualTo(allowsSnapshots ? Consistency.SNAPSHOT : Consistency.BOUNDED);
      assertThat(source.coverage().snapshotTime())
          .isEqualTo(Ticks.tryParse("2019-01-14T02:00:00.0000000Z").orElseThrow());
      assertThat(TestPools.records(source)).isEqualTo(TestPools.records(TestPools.MONDAY));
      assertThat(source.problems().problems()).isEmpty();
      assertOnlyListed(server.asked(), allowsSnapshots);
    }
  }

  private static void assertOnlyListed(List<String> asked, boolean allowsSnapshots) {
    Set<String> listed = new LinkedHashSet<>(SqlServer.MANNERS);
    listed.addAll(List.of(SqlServer.SNAPSHOTS, SqlServer.CLOCK, Select.CATALOGUE));
    for (Select select : Select.values()) {
      listed.add(select.text());
    }
    assertThat(asked)
        .filteredOn(sql -> !ImitatedSqlServer.isOfTheDriver(sql))
        .isNotEmpty()
        .allSatisfy(sql -> assertThat(listed).contains(sql));
    assertThat(asked).contains(Select.MESSAGES.text(), SqlServer.MANNERS.get(1));
    assertThat(asked.contains(Select.BOUNDS.text())).isNotEqualTo(allowsSnapshots);
  }

  @ParameterizedTest
  @ValueSource(ints = {18456, 18452, 18470, 18486, 18487})
  void refused_logins_are_told_as_such(int error) throws Exception {
    try (var server = server(true).refusing(error)) {
      assertThatThrownBy(() -> open(server, reader()))
          .isInstanceOf(LoginFailedException.class)
          .hasMessageStartingWith("jdbc:sqlserver://127.0.0.1:")
          .hasMessageContaining(";")
          .hasMessageNotContaining(ImitatedSqlServer.PASSWORD);
    }
  }

  @Test
  void a_wrong_password_is_a_failed_login() throws Exception {
    try (var server = server(true)) {
      assertThatThrownBy(() -> open(server, as("wrong", null)))
          .isInstanceOf(LoginFailedException.class)
          .hasMessageContaining("wrong user or password");
    }
  }

  @Test
  void a_database_that_is_not_there_is_an_io_failure_that_names_the_option() throws Exception {
    try (var server = server(true).refusing(4060)) {
      assertThatThrownBy(() -> open(server, as(ImitatedSqlServer.PASSWORD, "mgc2")))
          .isInstanceOf(DatabaseException.class)
          .isNotInstanceOf(LoginFailedException.class)
          .hasMessageContaining("--db-name");
    }
  }

  @Test
  void a_line_that_breaks_in_the_middle_is_an_io_failure() throws Exception {
    try (var server = server(true).breakingAfter(2_500);
        var source = open(server, reader())) {
      assertThatThrownBy(() -> TestPools.records(source))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("the connection broke off");
    } catch (IOException closing) {
      assertThat(closing).hasMessageContaining("connection");
    }
  }

  @Test
  void nobody_to_log_in_is_a_mistake_of_usage() {
    DatabaseAddress address = DatabaseAddress.parse("jdbc:sqlserver://sql1");
    assertThatThrownBy(() -> DatabaseReader.open(address, ReadOptions.defaults()))
        .isInstanceOf(AddressException.class)
        .hasMessageContaining("--user")
        .hasMessageContaining("integratedSecurity=true");
  }
}
