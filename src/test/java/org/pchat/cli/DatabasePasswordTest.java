package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords of databases: wherever they come from, they appear nowhere. */
class DatabasePasswordTest {
  private static final String CANARY = "S3CR3T-canary";
  private static final String MONDAY = "samples/contoso-monday.zip";

  @TempDir Path folder;
  private String pool;

  @BeforeEach
  void an_embedded_pool() {
    pool = "jdbc:h2:" + folder.resolve("pool");
    assertThat(Run.pchat("import", MONDAY, "--into", pool).exit()).isZero();
  }

  /** Every way to give a wrong password, at every verbosity, and whatever is written meanwhile. */
  @Test
  void a_wrong_password_is_exit_code_12_and_appears_nowhere() throws IOException {
    Path secret = Files.writeString(folder.resolve("password.txt"), CANARY + "\nsecond line\n");
    List<List<String>> ways =
        List.of(
            List.of("--password-file", secret.toString()),
            List.of("--password-command", "cat " + secret));
    Path target = folder.resolve("out.zip");
    Path report = folder.resolve("report.html");
    List<Run> runs = new ArrayList<>();
    for (List<String> way : ways) {
      for (List<String> noise :
          List.of(List.<String>of(), List.of("-v"), List.of("--debug", "-v"), List.of("--json"))) {
        List<String> words = new ArrayList<>(List.of("export", pool, "--user", "sa"));
        words.addAll(way);
        words.addAll(noise);
        words.addAll(List.of("-o", target.toString(), "--report", report.toString()));
        runs.add(Run.pchat(words.toArray(String[]::new)));
      }
    }
    Map<String, String> variable = Map.of("PCHAT_PASSWORD", CANARY, "PCHAT_DEBUG", "true");
    runs.add(Run.with(variable, "info", pool, "--user", "sa", "-v"));
    runs.add(Run.with(variable, "import", MONDAY, "--into", pool, "--user", "sa", "-v"));
    for (Run run : runs) {
      assertThat(run.exit()).as(run.err()).isEqualTo(12);
      assertThat(run.err()).contains("wrong user or password");
      assertThat(run.out() + run.err()).doesNotContain(CANARY);
    }
    assertThat(runs.get(0).err()).hasLineCount(1).doesNotContain("\tat ");
    assertThat(runs.get(3).err()).contains("\"code\":\"LOGIN\",\"exit\":12");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("pool.mv.db", "password.txt");
    }
  }

  @Test
  void a_right_password_appears_nowhere_either() throws Exception {
    Map<String, String> variable = Map.of("PCHAT_PASSWORD", CANARY);
    String locked = "jdbc:h2:" + folder.resolve("locked");
    Run made = Run.with(variable, "import", MONDAY, "--into", locked, "--user", "kim", "-v");
    assertThat(made.exit()).as(made.err()).isZero();
    Path target = folder.resolve("out.zip");
    Path report = folder.resolve("report.html");
    Run export =
        Run.with(
            variable,
            "export",
            locked,
            "--user",
            "kim",
            "-v",
            "--debug",
            "-o",
            target.toString(),
            "--report",
            report.toString());
    assertThat(export.exit()).as(export.err()).isZero();
    assertThat(made.out() + made.err() + export.out() + export.err()).doesNotContain(CANARY);
    assertThat(Files.readString(report)).doesNotContain(CANARY);
    Process unzip = new ProcessBuilder("unzip", "-p", target.toString()).start();
    assertThat(new String(unzip.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain(CANARY);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
        .isEqualTo("rw-------");
    assertThat(Run.pchat("info", locked, "--user", "sa").exit()).isEqualTo(2);
  }

  @Test
  void a_password_in_an_address_is_refused_and_not_repeated() {
    for (String url :
        List.of(
            pool + ";USER=sa;PASSWORD=" + CANARY,
            "jdbc:sqlserver://sql1;user=sa;password=" + CANARY)) {
      for (String verb : List.of("info", "show", "export")) {
        Run run =
            DatabaseCommandsTest.fails(
                2, "--password-file", verb, url, "-o", folder.resolve("x").toString());
        assertThat(run.err()).doesNotContain(CANARY);
      }
      Run into = DatabaseCommandsTest.fails(2, "--password-file", "import", MONDAY, "--into", url);
      assertThat(into.err()).doesNotContain(CANARY);
    }
  }

  @Test
  void a_password_that_cannot_be_fetched_is_told() throws IOException {
    DatabaseCommandsTest.fails(
        2,
        "contradict",
        "info",
        pool,
        "--user",
        "sa",
        "--password-file",
        "a",
        "--password-command",
        "b");
    DatabaseCommandsTest.fails(
        5, "no such file", "info", pool, "--user", "sa", "--password-file", "nowhere.txt");
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    DatabaseCommandsTest.fails(
        5, "no password in it", "info", pool, "--user", "sa", "--password-file", empty.toString());
    DatabaseCommandsTest.fails(
        5, "ended with 3", "info", pool, "--user", "sa", "--password-command", "exit 3");
    DatabaseCommandsTest.fails(2, "there is no password", "info", pool, "--user", "sa");
  }
}
