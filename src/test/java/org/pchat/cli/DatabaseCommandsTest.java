package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.database.ImitatedSqlServer;
import org.pchat.fixture.Pools;

/** Databases from the command line: sources, targets, failures. */
class DatabaseCommandsTest {
  private static final String MONDAY = "samples/contoso-monday.zip";

  @TempDir Path folder;
  private String pool;

  @BeforeEach
  void an_embedded_pool() {
    pool = "jdbc:h2:" + folder.resolve("pool");
    assertThat(Run.pchat("import", MONDAY, "--into", pool).exit()).isZero();
  }

  static Run fails(int exit, String said, String... words) {
    Run run = Run.pchat(words);
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("pchat: ")
        .contains(said)
        .doesNotContain("Exception", "\tat ", "bug");
    return run;
  }

  @Test
  void every_reading_verb_takes_one() {
    for (String verb : List.of("show", "stats", "list rooms", "list principals", "list addins")) {
      List<String> words = new ArrayList<>(List.of(verb.split(" ")));
      Run export = run(words, MONDAY);
      Run database = run(words, pool);
      assertThat(database.exit()).isZero();
      assertThat(database.out().lines().sorted()).isEqualTo(export.out().lines().sorted().toList());
    }
    Run info = Run.pchat("info", "--json", pool);
    assertThat(info.out())
        .contains("\"kind\":\"database\"", "\"layout\":\"mgc\"", "\"consistency\":\"snapshot\"")
        .contains("\"messages\":4020", "\"roles\":694");
  }

  @Test
  void judging_verbs_take_one_too() {
    Run valid = Run.pchat("validate", pool);
    assertThat(valid.exit()).as(valid.err()).isZero();
    assertThat(valid.out())
        .contains("tblNode", "RULE-027")
        .endsWith(pool + ": valid (2 warnings)\n");
    assertThat(Run.pchat("validate", pool, "--fail-on", "warning").exit()).isEqualTo(1);
    Run size = Run.pchat("size", pool, MONDAY);
    assertThat(size.exit()).as(size.err()).isZero();
    assertThat(size.out()).containsPattern("pool +database +\\S+ KB +4,020");
    fails(2, "name its backup", "size", "jdbc:sqlserver://sql1");
    assertThat(Run.pchat("diff", MONDAY, pool).out()).startsWith("identical");
    assertThat(Run.pchat("diff", pool, "samples/contoso-tuesday.zip").exit()).isEqualTo(1);
    Run why = Run.pchat("why", "--room", "Boot 2004-2006", pool, "samples/contoso-tuesday.zip");
    assertThat(why.exit()).as(why.err()).isZero();
    for (String kind : List.of("permissions", "files", "categories")) {
      assertThat(Run.pchat("list", kind, "--json", pool).out()).isNotEmpty();
    }
  }

  private static Run run(List<String> words, String source) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--json", source));
    return Run.pchat(all.toArray(String[]::new));
  }

  @Test
  void a_second_import_says_that_nothing_changed() {
    Run again = Run.pchat("import", MONDAY, "--into", pool, "--json");
    assertThat(again.exit()).isZero();
    assertThat(again.out())
        .contains("\"changed\":false")
        .contains("\"messages\":{\"added\":0,\"changed\":0,\"unchanged\":4020");
  }

  @Test
  void what_if_changes_nothing_and_says_what_would() throws IOException {
    String other = "jdbc:h2:" + folder.resolve("other");
    Run run = Run.pchat("import", MONDAY, "--into", other, "--what-if");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Nothing was changed", "4,020", "assumed: ");
    assertThat(folder.resolve("other.mv.db")).doesNotExist();
  }

  @Test
  void failures_have_their_exit_codes_and_sentences() throws IOException {
    fails(5, "there is no database", "info", "jdbc:h2:" + folder.resolve("nowhere"));
    fails(6, "Import-CsPersistentChatData", "import", MONDAY, "--into", "jdbc:sqlserver://sql1");
    fails(2, "--into takes an address", "import", MONDAY, "--into", "pool.zip");
    fails(2, "no address of a database", "info", "jdbc:oracle:thin:@x");
    fails(2, "is not allowed here", "info", pool + ";INIT=RUNSCRIPT FROM 'x'");
    fails(2, "--db-name is for SQL Server", "info", pool, "--db-name", "mgc");
    fails(2, "nobody is named to log in", "info", "jdbc:sqlserver://127.0.0.1:1");
    Files.writeString(folder.resolve("text.mv.db"), "this is no database of H2 at all");
    fails(5, "text", "info", "jdbc:h2:" + folder.resolve("text"));
    fails(5, "its folder does not exist", "import", MONDAY, "--into", "jdbc:h2:/nowhere/at/all");
  }

  @Test
  void a_server_that_does_not_answer_is_exit_code_5() {
    Run run =
        Run.with(
            Map.of("PCHAT_PASSWORD", "S3CR3T-canary"),
            "export",
            "jdbc:sqlserver://127.0.0.1:1",
            "--user",
            "reader",
            "-o",
            folder.resolve("out.zip").toString());
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).hasLineCount(1).contains("the server does not answer");
    assertThat(folder.resolve("out.zip")).doesNotExist();
  }

  private Run exported(ImitatedSqlServer server, String... more) {
    List<String> words = new ArrayList<>(List.of("export", server.url(), "--user", "reader"));
    words.addAll(List.of("-o", folder.resolve("out.zip").toString()));
    words.addAll(List.of(more));
    return Run.with(
        Map.of("PCHAT_PASSWORD", ImitatedSqlServer.PASSWORD), words.toArray(String[]::new));
  }

  private void assertNoExport() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("pool.mv.db");
    }
  }

  @Test
  void a_server_is_exported_and_the_manifest_says_how() throws Exception {
    for (boolean snapshots : List.of(true, false)) {
      try (var server = ImitatedSqlServer.over(pool, snapshots)) {
        Run run = exported(server, "--force", "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        String how = snapshots ? "snapshot" : "bounded";
        assertThat(run.out()).contains("\"consistency\":\"" + how + "\"", "\"messages\":4020");
        assertThat(run.err()).isEmpty();
        Run diff = Run.pchat("diff", MONDAY, folder.resolve("out.zip").toString());
        assertThat(diff.exit()).isZero();
        assertThat(diff.out()).startsWith("identical");
        Run info = Run.pchat("info", "--json", folder.resolve("out.zip").toString());
        assertThat(info.out()).contains("\"consistency\":\"" + how + "\"");
      }
    }
  }

  @Test
  void a_line_that_breaks_in_the_middle_is_exit_code_5_and_leaves_no_file() throws Exception {
    try (var server = ImitatedSqlServer.over(pool, true).breakingAfter(2_500)) {
      Run run = exported(server, "--report", folder.resolve("report.html").toString());
      assertThat(run.exit()).isEqualTo(5);
      assertThat(run.err()).hasLineCount(1).contains("the connection broke off");
    }
    assertNoExport();
  }

  @Test
  void a_refused_login_of_a_server_is_exit_code_12() throws Exception {
    try (var server = ImitatedSqlServer.over(pool, true).refusing(18456)) {
      Run run = exported(server, "--debug", "-v");
      assertThat(run.exit()).isEqualTo(12);
      assertThat(run.out() + run.err()).doesNotContain(ImitatedSqlServer.PASSWORD);
    }
    assertNoExport();
  }

  @Test
  void no_pool_and_a_missing_column_are_exit_code_4() throws Exception {
    Path file = folder.resolve("pool.mv.db");
    Path target = folder.resolve("out.zip");
    change("ALTER TABLE dbo.tblChat ALTER COLUMN content RENAME TO inhalt");
    fails(4, "tblChat has no column content", "export", pool, "-o", target.toString());
    change("DROP TABLE dbo.tblChat");
    fails(4, "it has no table tblChat", "export", pool, "-o", target.toString());
    Files.delete(file);
    change("CREATE SCHEMA dbo");
    fails(4, "it has no table tblNode", "info", pool);
    assertNoExport();
  }

  private void change(String sql) throws Exception {
    try (var connection =
            new org.h2.Driver()
                .connect(
                    pool
                        + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                    owner());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Properties owner() {
    var owner = new Properties();
    owner.setProperty("user", "sa");
    owner.setProperty("password", "");
    return owner;
  }

  @Test
  void an_interrupted_export_or_import_leaves_nothing() throws Exception {
    String other = "jdbc:h2:" + folder.resolve("other");
    for (List<String> words :
        List.of(
            List.of("export", pool, "-o", folder.resolve("out.zip").toString()),
            List.of("import", MONDAY, "--into", other))) {
      var err = new ByteArrayOutputStream();
      int exit =
          Main.run(
              words.toArray(String[]::new),
              new Terminal(OutputStream.nullOutputStream(), err, false, false, 80, Map.of()),
              new AtomicBoolean(true));
      assertThat(exit).isEqualTo(130);
      assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("pchat: interrupted\n");
    }
    assertNoExport();
  }

  @Test
  void a_layout_means_nothing_to_a_database() {
    fails(2, "--layout", "info", pool, "--layout", "pchat-1");
  }

  @Test
  void an_export_knows_no_driver() throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                "org.pchat.cli.Main",
                "info",
                MONDAY)
            .redirectErrorStream(true)
            .start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).isZero();
    assertThat(said).contains("org.pchat.archive.Export ");
    assertThat(said).doesNotContain("org.h2.", "com.microsoft.");
  }

  @Test
  void a_pool_is_not_overwritten_by_its_own_export() {
    Run run = Run.pchat("export", pool, "-o", folder.resolve("pool.mv.db").toString(), "--force");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(Run.pchat("info", pool).exit()).isZero();
  }

  @Test
  void a_damaged_package_changes_nothing() throws IOException {
    String open = "<Messages xmlns=\"urn:pchat:export:1\" room=\"";
    Path cut =
        Zips.write(
            folder.resolve("cut.zip"),
            List.of(
                Zips.part(
                    "Messages/" + Pools.guid(1) + ".xml", open + Pools.guid(1) + "\"><Mess")));
    Run run = Run.pchat("import", cut.toString(), "--into", pool);
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("nothing was imported");
    assertThat(Run.pchat("import", MONDAY, "--into", pool, "--json").out())
        .contains("\"changed\":false");
  }

  @Test
  void a_pool_in_memory_is_no_target() {
    fails(2, "name a file", "import", MONDAY, "--into", "jdbc:h2:mem:gone");
  }

  @Test
  void a_message_that_no_reader_takes_is_left_out_and_the_rest_can_be_read() throws Exception {
    change(
        "UPDATE dbo.tblChat SET content = REPEAT('x', 17000000) WHERE (channelId, chatId) ="
            + " (SELECT TOP 1 channelId, chatId FROM dbo.tblChat ORDER BY channelId, chatId)");
    String target = folder.resolve("out.zip").toString();
    Run run = Run.pchat("export", pool, "-o", target);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).hasLineCount(1).contains("EXP-024");
    assertThat(Run.pchat("info", "--json", target).out()).contains("\"messages\":4019");
  }
}
