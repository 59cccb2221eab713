package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pchat.sqlfile.Backups;
import org.pchat.sqlfile.MadeBackup;

/** Whatever would read, but wrongly, is refused with its name, or read with a warning. */
final class BackupRefusalsTest {
  /** The last extent may be empty, so that nothing is lost with it. */
  private static final int SPARE = 8 * 8192;

  @TempDir private Path folder;
  private Path data;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    data = folder.resolve("small.mdf");
    file = folder.resolve("small.bak");
    Backups.database(data);
  }

  private MadeBackup backup() {
    return new MadeBackup(data, "small");
  }

  private Run tables(Path... files) {
    String[] words = new String[files.length + 1];
    words[0] = "tables";
    for (int i = 0; i < files.length; i++) {
      words[i + 1] = files[i].toString();
    }
    return Run.pchat(words);
  }

  private static void refused(Run run, String code, String... words) {
    assertThat(run.exit()).as(run.err()).isEqualTo(4);
    assertThat(run.err()).contains(code);
    assertThat(List.of(words)).allMatch(run.err()::contains);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void what_is_whole_is_read() throws IOException {
    backup().write(file);
    assertThat(tables(file).exit()).isZero();
    assertThat(tables(data).exit()).isZero();
  }

  @Test
  void some_files_of_a_striped_backup() throws IOException {
    List<Path> stripes = List.of(folder.resolve("1"), folder.resolve("2"), folder.resolve("3"));
    backup().write(stripes);
    refused(tables(stripes.get(1)), "BAK-009", "without file 1, 3");
    refused(tables(stripes.get(0), stripes.get(2)), "BAK-009", "without file 2");
    refused(tables(stripes.get(0), stripes.get(0), stripes.get(1)), "BAK-009", "without file 3");
    assertThat(tables(stripes.toArray(Path[]::new)).exit()).isZero();
    String joined = stripes.get(0) + "+" + stripes.get(1) + "+" + stripes.get(2);
    assertThat(Run.pchat("info", joined).out()).contains("no database of Persistent Chat");
  }

  @ParameterizedTest
  @CsvSource({"8, differential", "16, log"})
  void backups_that_are_not_full(int form, String word) throws IOException {
    backup().form(form).write(file);
    refused(tables(file), "BAK-011", word);
  }

  @Test
  void several_sets_unless_one_is_chosen() throws IOException {
    backup().sets(2).write(file);
    refused(tables(file), "BAK-007", "1 = small", "2 = small", "--set");
    assertThat(Run.pchat("tables", file.toString(), "--set", "2").exit()).isZero();
    refused(Run.pchat("tables", file.toString(), "--set", "3"), "BAK-008");
  }

  @Test
  void other_versions_of_the_container() throws IOException {
    backup().packed().write(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[8] = 1;
    Files.write(file, bytes);
    refused(tables(file), "BAK-013", "version 1");
    bytes[8] = 2;
    bytes[480] = 0x28;
    Files.write(file, bytes);
    refused(tables(file), "BAK-014", "0x28");
  }

  @Test
  void encrypted_streams() throws IOException {
    backup().write(file);
    byte[] bytes = Files.readAllBytes(file);
    int stream = Backups.find(bytes, "MQDA");
    Backups.flip(bytes, stream + 6, stream + 20, 8);
    Files.write(file, bytes);
    refused(tables(file), "BAK-012", "encrypted");
  }

  @Test
  void backups_of_other_programs() throws IOException {
    backup().write(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[87] = 0;
    Files.write(file, bytes);
    refused(tables(file), "BAK-005");
  }

  @Test
  void databases_of_sql_server_2000() throws IOException {
    Backups.patch(data, 9, page -> page.putShort(100, (short) 539));
    refused(tables(data), "BAK-016", "SQL Server 2000");
  }

  @Test
  void databases_under_tde_look_like_noise() throws IOException {
    byte[] bytes = Files.readAllBytes(data);
    var random = new java.util.Random(1);
    for (int page = 1; page < bytes.length / 8192; page++) {
      byte[] noise = new byte[8192];
      random.nextBytes(noise);
      if (page != 9) {
        System.arraycopy(noise, 0, bytes, page * 8192, noise.length);
      }
    }
    Files.write(data, bytes);
    Run run = tables(data);
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("BAK-019", "TDE");
    backup().write(file);
    assertThat(tables(file).err()).contains("BAK-019", "TDE");
  }

  @Test
  void databases_of_several_files() throws IOException {
    Backups.databaseOfTwoFiles(data);
    refused(tables(data), "BAK-018", "small_2");
  }

  @Test
  void columnstores_are_named_and_left_out() throws IOException {
    Backups.columnstore(data);
    Run run = tables(data);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("BAK-026", "dbo.people", "columnstore");
  }

  @Test
  void much_log_is_told() throws IOException {
    backup().log(1 << 17).write(file);
    Run run = tables(file);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("BAK-025", "131072 bytes");
  }

  @Test
  void rows_that_the_engine_did_not_count_are_told() throws IOException {
    Backups.miscount(data);
    Run run = tables(data);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("BAK-024", "dbo.people");
  }

  @Test
  void cuts_anywhere() throws IOException {
    backup().packed().write(file);
    byte[] packed = Files.readAllBytes(file);
    byte[] plain = Files.readAllBytes(Backups.plain(data, folder.resolve("plain.bak")));
    byte[] pages = Files.readAllBytes(data);
    for (byte[] whole : List.of(packed, plain, pages)) {
      int step = Math.max(1, whole.length / 40);
      for (int length = 1; length < whole.length - SPARE; length += step) {
        Files.write(file, Arrays.copyOf(whole, length));
        Run run = tables(file);
        assertThat(run.exit())
            .as("cut at %d of %d: %s", length, whole.length, run.err())
            .isIn(3, 4);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version https://git-lfs.github.com/spec/v1|a Git LFS pointer",
        "<!DOCTYPE html><html>|a web page",
        "USE master; BACKUP DATABASE x|a text file",
        "PGDMP|a PostgreSQL dump",
        "SQLite format 3|a SQLite database"
      })
  void files_of_other_kinds(String head, String words) throws IOException {
    Files.writeString(file, head.startsWith("SQLite") ? head + "\0" : head);
    refused(tables(file), "BAK-032", words);
  }

  @Test
  void nothing_at_all() throws IOException {
    Files.write(file, new byte[0]);
    refused(tables(file), "BAK-032", "an empty file");
    ByteBuffer few = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0x45504154);
    Files.write(file, few.array());
    refused(tables(file), "BAK-001");
  }
}
