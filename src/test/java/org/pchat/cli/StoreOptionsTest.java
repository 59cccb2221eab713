package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of a store with two snapshots, the second of which is suspect. */
class StoreOptionsTest {
  @TempDir private static Path folder;
  private static String vault = "";

  @BeforeAll
  static void make_a_store() throws IOException {
    vault = folder.resolve("vault").toString();
    assertThat(run("init").exit()).isZero();
    assertThat(run("backup samples/contoso-monday.zip --tag nightly").exit()).isZero();
    assertThat(run("backup samples/contoso-tuesday.zip").exit()).isEqualTo(7);
  }

  private static Run run(String typed) throws IOException {
    List<String> words = new ArrayList<>(List.of(typed.split(" ")));
    words.addAll(List.of("--store", vault));
    return Run.pchat(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "forget --keep-last 1, last good snapshot",
    "forget --keep-hourly 2, hourly snapshot",
    "forget --keep-daily 2 --keep-weekly 1, daily snapshot",
    "forget --keep-monthly 1 --keep-yearly 1, monthly snapshot",
    "forget --keep-within 1y5m7d2h, within",
    "forget --keep-tag nightly, tags",
    "forget --keep-last 1 --json, executed",
    "verify, sound",
    "verify --quick, sound",
    "verify --json, snapshots",
    "verify --budget 5%, ''",
    "verify --budget 10m, sound",
    "snapshots, suspect",
    "snapshots --json, suspect",
    "unlock, ''",
  })
  void a_command_says_what_it_did(String typed, String said) throws IOException {
    Run run = run(typed);
    assertThat(run.out() + run.err()).as(typed).contains(said);
    assertThat(run.exit()).as(typed).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "forget",
    "forget --keep-last -1",
    "forget --keep-within soon",
    "verify --budget lots",
  })
  void what_makes_no_sense_is_wrong_usage(String typed) throws IOException {
    assertThat(run(typed).exit()).as(typed).isEqualTo(2);
  }

  @Test
  void a_snapshot_that_is_not_there_is_named() throws IOException {
    assertThat(run("accept 0123456789abcdef").exit()).isEqualTo(10);
    assertThat(run("restore 0123456789abcdef -o " + folder.resolve("none.zip")).exit())
        .isEqualTo(10);
    assertThat(Run.pchat("verify", "--store", folder.resolve("nowhere").toString()).exit())
        .isEqualTo(10);
  }

  @Test
  void snapshots_are_pinned_restored_and_accepted() throws IOException {
    String file = folder.resolve("again.zip").toString();
    assertThat(run("snapshots --pin latest~1").exit()).isZero();
    assertThat(run("forget --keep-last 1").out()).contains("pin");
    assertThat(run("snapshots --unpin latest~1").exit()).isZero();
    assertThat(run("restore latest -o " + file).exit()).isZero();
    assertThat(run("restore latest -o " + file).exit()).isEqualTo(6);
    assertThat(run("restore latest --canonical --force -o " + file).exit()).isZero();
    assertThat(run("restore --room Boot* -o " + folder.resolve("room.zip")).exit())
        .isIn(0, 1, 2, 3);
    assertThat(run("restore latest").exit()).isEqualTo(2);
    assertThat(run("restore -o " + file).exit()).isEqualTo(2);
  }

  @Test
  void what_was_forgotten_is_gone() throws IOException {
    String other = folder.resolve("other").toString();
    for (String typed :
        List.of(
            "init",
            "backup samples/contoso-tuesday.zip",
            "backup samples/contoso-monday.zip",
            "snapshots",
            "forget --keep-last 1 --execute",
            "verify",
            "unlock")) {
      List<String> words = new ArrayList<>(List.of(typed.split(" ")));
      words.addAll(List.of("--store", other));
      assertThat(Run.pchat(words.toArray(String[]::new)).exit()).as(typed).isIn(0, 7);
    }
  }
}
