package org.pchat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pchat.fixture.Golden;
import org.pchat.mgc.Schema;
import org.pchat.model.Login;

/** Holds the SQL against the published schema, which is data: docs/database.md shows both. */
class SqlAgainstSchemaTest {
  private static final Set<String> KEYWORDS =
      Set.of("SELECT", "FROM", "WHERE", "ORDER", "BY", "MAX", "AND", "dbo");

  /** What the drivers call the published types, which fixes how they are read. */
  private static final Map<String, String> H2_TYPES =
      Map.of(
          "int", "INTEGER",
          "bigint", "BIGINT",
          "smallint", "SMALLINT",
          "bit", "BOOLEAN",
          "uniqueidentifier", "UUID",
          "datetime", "TIMESTAMP",
          "nvarchar", "CHARACTER VARYING",
          "varchar", "CHARACTER VARYING");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void every_table_and_column_is_published(Select select) {
    Set<String> tables = new LinkedHashSet<>();
    Pattern.compile("dbo\\.(\\w+)")
        .matcher(select.text())
        .results()
        .forEach(found -> tables.add(found.group(1)));
    assertThat(Schema.published().tables()).containsAll(tables);
    List<String> words =
        Pattern.compile("[A-Za-z]\\w*")
            .matcher(select.text())
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(words)
        .filteredOn(word -> !KEYWORDS.contains(word) && !tables.contains(word))
        .isNotEmpty()
        .allSatisfy(
            word ->
                assertThat(tables)
                    .anyMatch(table -> Schema.published().column(table, word).isPresent()));
    assertThat(select.text()).doesNotContain("*", ";", "--").startsWith("SELECT ");
  }

  @ParameterizedTest
  @EnumSource
  void all_of_it_runs_in_h2_and_every_column_has_its_published_type(Select select)
      throws Exception {
    try (EmbeddedPool pool = EmbeddedPool.open(TestPools.in(folder), Login.NONE);
        PreparedStatement statement = pool.connection().prepareStatement(select.text())) {
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setLong(i, 1);
      }
      try (ResultSet rows = statement.executeQuery()) {
        ResultSetMetaData data = rows.getMetaData();
        List<String> columns = select.columns();
        for (int i = 1; i <= columns.size(); i++) {
          Schema.Column column =
              Schema.published().column(select.table(), columns.get(i - 1)).orElseThrow();
          String published = column.type().replaceAll("\\(.*", "");
          assertThat(data.getColumnTypeName(i))
              .as(column.name())
              .isEqualTo(H2_TYPES.get(published));
        }
      }
    }
  }

  @Test
  void the_catalogue_can_be_asked_in_h2_and_names_every_column() throws Exception {
    try (EmbeddedPool pool = EmbeddedPool.open(TestPools.in(folder), Login.NONE)) {
      Map<String, Map<String, String>> types = DatabaseSource.types(pool.connection());
      for (String table : Schema.published().tables()) {
        for (Schema.Column column : Schema.published().columns(table)) {
          String type =
              types.get(table.toLowerCase(Locale.ROOT)).get(column.name().toLowerCase(Locale.ROOT));
          assertThat(Schema.fits(column.type(), type)).as(table + "." + column.name()).isTrue();
        }
      }
    }
  }

  @Test
  void types_of_sql_server_fit_too_and_others_do_not() {
    assertThat(Schema.fits("nvarchar(256)", "nvarchar")).isTrue();
    assertThat(Schema.fits("varchar(max)", "text")).isTrue();
    assertThat(Schema.fits("datetime", "datetime2")).isTrue();
    assertThat(Schema.fits("bigint", "datetime")).isFalse();
    assertThat(Schema.fits("uniqueidentifier", "nvarchar")).isFalse();
  }

  @Test
  void the_page_lists_the_sql_and_the_schema() throws IOException {
    Path page = Path.of("docs/database.md");
    String text = java.nio.file.Files.readString(page);
    int start = text.indexOf("<!-- generated -->");
    Golden.check(page, text.substring(0, start) + "<!-- generated -->\n" + generated());
  }

  private static String generated() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Written by `SqlAgainstSchemaTest` (`-Dgolden.update`).");
    lines.add("");
    lines.add("### What is asked of a pool");
    for (Select select : Select.values()) {
      lines.addAll(List.of("", "```sql", select.text(), "```"));
    }
    lines.addAll(List.of("", "### What only SQL Server is asked", ""));
    lines.add(
        "These cannot be tried in H2. The driver adds statements of its own for transactions and settings.");
    lines.add("");
    lines.add("```sql");
    lines.add(SqlServer.SNAPSHOTS);
    lines.add(SqlServer.CLOCK);
    lines.addAll(SqlServer.MANNERS);
    lines.add("```");
    lines.addAll(List.of("", "### What both are asked about themselves", "", "```sql"));
    lines.addAll(List.of(Select.CATALOGUE, "```"));
    lines.addAll(List.of("", "### The tables", ""));
    lines.add(
        "As published, in the order of the pages; the last column is what an embedded pool adds.");
    lines.addAll(List.of("", "| table | column | type | null | key | refers to | ours |"));
    lines.add("|---|---|---|---|---|---|---|");
    for (String table : Schema.published().tables()) {
      for (Schema.Column c : Schema.published().columns(table)) {
        lines.add(
            "| `%s` | `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                    table,
                    c.name(),
                    c.type(),
                    c.nullable() ? "yes" : "no",
                    dash(c.key()),
                    dash(c.references()),
                    dash(c.ours())));
      }
    }
    lines.addAll(List.of("", "### The rows of an embedded pool that is new", ""));
    lines.add("| table | values |");
    lines.add("|---|---|");
    EmbeddedPool.LOOKUPS.forEach(
        row ->
            lines.add(
                "| `%s` | %s |"
                    .formatted(
                        row.get(0),
                        String.join(", ", row.stream().skip(1).map(String::valueOf).toList()))));
    return String.join("\n", lines) + "\n";
  }

  private static String dash(String text) {
    return text.equals("-") ? "–" : text;
  }

  @Test
  void the_source_asks_nothing_else() throws Exception {
    TestPools.load(TestPools.MONDAY, TestPools.in(folder));
    Set<String> asked = new LinkedHashSet<>();
    H2Address address = TestPools.in(folder);
    var dialect = new H2(address);
    try (Connection connection = dialect.connect(Login.NONE);
        var source =
            DatabaseReader.open(
                Spy.on(connection, asked),
                dialect,
                address,
                org.pchat.model.ReadOptions.defaults())) {
      TestPools.records(source);
    }
    Set<String> listed = new LinkedHashSet<>(Set.of(Select.CATALOGUE));
    for (Select select : Select.values()) {
      listed.add(select.text());
    }
    assertThat(listed).containsAll(asked);
    assertThat(asked).hasSizeGreaterThan(8);
  }
}
