package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.Shared;

/** Reads real files of SQL Server; there are none that may lie in this checkout. */
final class TablesTest {
  private static final Path EXPORT = Path.of("samples/contoso-monday.zip");
  private static final int STEP = 1 << 16;

  @TempDir private Path folder;

  private static String sql(String name) {
    return Shared.require("data/sql/" + name).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "Northwind-2005.bak, Order Details, 2155",
    "Northwind-2008.bak, Orders, 830",
    "Northwind-2008.mdf, Customers, 91",
    "Northwind-2016-compressed.bak, Categories, 9",
    "TutorialDB-2016-compressed.bak, rental_data, 453",
    "WorldLanguages-2019.bak, Languages, 188",
    "pubs-2005.mdf, titles, 18"
  })
  void lists_the_tables_of_real_files(String file, String table, String rows) {
    Run run = Run.pchat("tables", sql(file), "--csv");
    assertThat(run.exit()).isZero();
    assertThat(run.err().lines()).allMatch(line -> line.contains("BAK-036"));
    assertThat(run.out()).contains("\"dbo\",\"%s\",\"%s\",\"%s\"".formatted(table, rows, rows));
  }

  @Test
  void prints_rows_as_json_csv_and_text() {
    String file = sql("WorldLanguages-2019.bak");
    assertThat(Run.pchat("tables", file, "--table", "languages", "--jsonl").out().lines())
        .hasSize(188)
        .contains("{\"LanguageId\":1,\"Name\":\"Acholi\"}");
    assertThat(Run.pchat("tables", file, "--table", "dbo.Languages", "--csv").out())
        .startsWith("\"LanguageId\",\"Name\"\r\n\"1\",\"Acholi\"\r\n");
    assertThat(Run.pchat("tables", file, "--table", "Languages").out().lines()).hasSize(189);
  }

  @Test
  void tells_what_a_backup_says_about_itself() {
    Run run = Run.pchat("tables", sql("WorldLanguages-2019.bak"));
    assertThat(run.out())
        .contains("DESKTOP-VH2G38J", "2021-05-08", "1 of 1", "SQL Server 2019 (904)");
  }

  @Test
  void refuses_one_file_of_a_striped_backup() {
    Run run = Run.pchat("tables", sql("Northwind-2008R2-stripe-2-of-2.bak"), "--json");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("BAK-009", "without file 1");
  }

  @Test
  void refuses_what_is_no_sql_server_file() {
    Run run = Run.pchat("tables", EXPORT.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("a ZIP file", "BAK-032");
  }

  @Test
  void knows_no_table_of_another_name() {
    Run run = Run.pchat("tables", sql("WorldLanguages-2019.bak"), "--table", "tblNode");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no table \"tblNode\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Northwind-2005.bak", "TutorialDB-2016-compressed.bak", "Northwind-2008.mdf"})
  void notices_that_a_file_was_cut(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(sql(name)));
    for (int length = 1; length < whole.length; length += STEP) {
      Run run = tables(Arrays.copyOf(whole, length));
      assertThat(run.exit()).as("cut at %d: %s", length, run.err()).isIn(3, 4);
    }
  }

  private Run tables(byte[] bytes) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, bytes);
    return Run.pchat("tables", file.toString(), "--json");
  }
}
