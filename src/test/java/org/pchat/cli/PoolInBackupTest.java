package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.sample.SamplePool;
import org.pchat.sample.SampleSize;
import org.pchat.sqlfile.MakeBackup;

/** Reads the pool out of a synthetic backup with every command that takes a source. */
final class PoolInBackupTest {
  private static final String BACKUP = "samples/contoso-monday-mgc.bak";
  private static final String MONDAY = "samples/contoso-monday.zip";
  private static final String TUESDAY = "samples/contoso-tuesday.zip";

  @TempDir private Path folder;

  @Test
  void the_sample_is_what_the_maker_makes() throws IOException {
    Path made = folder.resolve("made.bak");
    MakeBackup.write(SamplePool.of(SampleSize.parse("contoso")), made, true);
    assertThat(made).hasSameBinaryContentAs(Path.of(BACKUP));
  }

  @Test
  void the_sample_holds_what_the_export_holds() {
    Run run = Run.pchat("diff", BACKUP, MONDAY);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("identical");
  }

  @Test
  void an_export_of_the_backup_is_the_export() throws IOException {
    Path out = folder.resolve("out.zip");
    assertThat(Run.pchat("export", BACKUP, "-o", out.toString()).exit()).isZero();
    assertThat(Run.pchat("diff", "--strict", "--thorough", out.toString(), MONDAY).exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list rooms",
        "list categories",
        "list principals",
        "list addins",
        "list permissions",
        "list files",
        "show",
        "stats"
      })
  void commands_say_the_same_of_both(String words) {
    List<String> command = List.of(words.split(" "));
    assertThat(run(command, BACKUP)).isEqualTo(run(command, MONDAY));
  }

  private static String run(List<String> command, String source) {
    String[] words =
        java.util.stream.Stream.concat(command.stream(), List.of(source, "--json").stream())
            .toArray(String[]::new);
    Run run = Run.pchat(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void info_tells_what_the_backup_says_of_itself() {
    Run run = Run.pchat("info", BACKUP);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("backup", "4,020", "SQL01", "mgc", "SQL Server 2019");
    assertThat(Run.pchat("info", BACKUP, "--json").out())
        .contains("\"kind\":\"backup\"", "\"messages\":4020", "\"server\":\"SQL01\"");
  }

  @Test
  void validate_finds_a_backup_sound() {
    Run run = Run.pchat("validate", BACKUP);
    assertThat(run.exit()).as(run.out()).isZero();
  }

  @Test
  void reconcile_lets_the_backup_go_only_if_all_is_there() {
    Run all = Run.pchat("reconcile", MONDAY, BACKUP);
    assertThat(all.exit()).isZero();
    assertThat(all.out()).startsWith("The export holds all of it.");
    Run not = Run.pchat("reconcile", TUESDAY, BACKUP);
    assertThat(not.exit()).isEqualTo(1);
    assertThat(not.out()).contains("because", "1 room is missing from it", "messages are missing");
    assertThat(Run.pchat("reconcile", BACKUP, MONDAY).exit()).isEqualTo(2);
  }

  @Test
  void reconcile_trusts_no_export_that_leaves_something_out() throws IOException {
    Path part = folder.resolve("part.zip");
    Run.pchat("export", MONDAY, "-o", part.toString(), "--start-date", "2010-01-01");
    Run run = Run.pchat("reconcile", part.toString(), BACKUP, "--json");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("\"verdict\":\"incomplete\"", "leaves out messages before");
  }

  @Test
  void size_tells_what_the_bytes_are_used_for() {
    Run run = Run.pchat("size", BACKUP, MONDAY, "--schedule", "weekly");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("system catalogue", "free pages", "dbo.tblChat", "A year of weekly copies")
        .contains("possibly 20 times");
    assertThat(Run.pchat("size", BACKUP, "--json").out()).contains("\"copies\":365");
  }

  @Test
  void a_source_that_is_no_pool_is_told_so() throws IOException {
    Path text = Files.writeString(folder.resolve("mgc.bak"), "-- a script\n");
    assertThat(Run.pchat("info", text.toString()).exit()).isEqualTo(4);
    assertThat(Run.pchat("show", BACKUP, "--layout", "pchat-1").exit()).isEqualTo(4);
  }
}
