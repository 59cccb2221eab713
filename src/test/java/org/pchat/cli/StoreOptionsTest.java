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
    assertThat(run("backup samples/contoso-monday.zip --tag nightly,east").exit()).isZero();
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
    assertThat(run("restore --room Nobody -o " + folder.resolve("room.zip")).exit()).isEqualTo(1);
    assertThat(run("restore --room Nobody --canonical -o " + file).exit()).isEqualTo(2);
    assertThat(run("restore latest").exit()).isEqualTo(2);
    assertThat(run("restore -o " + file).exit()).isEqualTo(2);
  }

  @Test
  void what_was_forgotten_is_gone() throws IOException {
    String other = folder.resolve("other").toString();
    assertThat(Run.pchat("init", "--store", other).exit()).isZero();
    for (String day : List.of("2026-01-01", "2026-01-02", "2026-01-03")) {
      Run saved =
          Run.pchat("backup", "samples/contoso-monday.zip", "--store", other, "--time", day);
      assertThat(saved.exit()).isZero();
    }
    Run shown = Run.pchat("forget", "--keep-last", "1", "--store", other);
    assertThat(shown.out()).contains("nothing was removed");
    Run forgotten = Run.pchat("forget", "--keep-last", "1", "--store", other, "--execute");
    assertThat(forgotten.out()).contains("removed 2 snapshots");
    assertThat(Run.pchat("snapshots", "--store", other).out())
        .contains("2026-01-03")
        .doesNotContain("2026-01-01", "2026-01-02");
    assertThat(Run.pchat("info", other + "@2026-01-02").exit()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"specimen -o x.zip", "salvage -o x.zip", "size"})
  void what_reads_files_says_how_to_get_one(String typed) {
    List<String> words = new ArrayList<>(List.of(typed.split(" ")));
    words.add(1, vault + "@latest");
    Run run = Run.pchat(words.toArray(String[]::new));
    assertThat(run.err()).contains("is a snapshot of a store", "pchat restore latest --store");
    assertThat(run.exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"--time yesterday", "--expect-purge yesterday", "--max-lost -1"})
  void a_backup_with_a_wrong_option_saves_nothing(String option) throws IOException {
    String before = run("snapshots").out();
    assertThat(run("backup samples/contoso-monday.zip " + option).exit()).isEqualTo(2);
    assertThat(run("snapshots").out()).isEqualTo(before);
  }

  @Test
  void a_snapshot_that_cannot_be_searched_is_named() throws IOException {
    String mixed = folder.resolve("mixed").toString();
    assertThat(Run.pchat("init", "--store", mixed).exit()).isZero();
    Run.pchat("backup", "samples/contoso-monday.zip", "--store", mixed);
    String layout = "samples/fabrikam-layout.xml";
    Run.pchat("backup", "samples/fabrikam", "--layout", layout, "--store", mixed);
    Run run = Run.pchat("restore", "--room", "Nobody", "--store", mixed, "-o", mixed + ".zip");
    assertThat(run.err()).contains("not searched", "no snapshot of the store has a room");
    assertThat(run.exit()).isEqualTo(1);
  }
}
