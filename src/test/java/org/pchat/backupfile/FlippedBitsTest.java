package org.pchat.backupfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.Shared;
import org.pchat.model.Watch;
import org.pchat.pages.PageDatabase;
import org.pchat.pages.RowCursor;
import org.pchat.pages.SqlServerFile;
import org.pchat.pages.SqlTable;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.ProblemLog;
import org.pchat.sqlfile.Backups;
import org.pchat.sqlfile.MadeBackup;

/**
 * Flips single bits. Wherever there is a checksum each is noticed; elsewhere no row is ever another
 * without a word. {@code -Dpchat.flips=2000} makes it more.
 */
final class FlippedBitsTest {
  private static final int FLIPS = Integer.getInteger("pchat.flips", 100);
  private static final Pattern BLOCKS =
      Pattern.compile("TAPE\0\0\3|(SSET|VOLB|MSCI|MSDA|MSTL|MSLS|SFMB)\0|ESET\0\0\2");
  private static final Pattern STREAMS = Pattern.compile("(RAID|MQCI|APAD|MQDA|MQTL|SPAD)\0");

  @TempDir private Path folder;
  private final Random random = new Random(11);
  private Path data;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    data = folder.resolve("small.mdf");
    file = folder.resolve("small.bak");
    Backups.database(data);
  }

  /** Returns all rows; nothing if anything was noticed. */
  private static String rows(Path file) throws IOException {
    ProblemLog problems = ProblemLog.tolerant();
    var text = new StringBuilder();
    try (SqlServerFile sql = SqlServerFile.open(List.of(file), 0, Watch.NONE, problems)) {
      for (SqlTable table : sql.database().tables()) {
        rows(sql.database(), table, text);
      }
      sql.database().checkRest();
    } catch (ArchiveException noticed) {
      return "";
    }
    return problems.problems().isEmpty() ? text.toString() : "";
  }

  private static void rows(PageDatabase database, SqlTable table, StringBuilder text)
      throws IOException {
    int[] all = IntStream.range(0, table.columns().size()).toArray();
    RowCursor rows = database.rows(table, all);
    text.append(table.fullName());
    while (rows.advance()) {
      for (int column : all) {
        Object value = rows.value(column);
        text.append('|').append(value instanceof byte[] b ? Arrays.toString(b) : value);
      }
    }
  }

  private String flipped(byte[] whole, int at) throws IOException {
    byte[] bytes = whole.clone();
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, bytes);
    return rows(file);
  }

  private int headerByte(byte[] whole, Pattern ids, int length) {
    List<Integer> starts = new ArrayList<>();
    ids.matcher(new String(whole, StandardCharsets.ISO_8859_1))
        .results()
        .forEach(found -> starts.add(found.start()));
    return starts.get(random.nextInt(starts.size())) + random.nextInt(length);
  }

  @Test
  void headers_of_blocks_and_streams() throws IOException {
    new MadeBackup(data, "small").write(file);
    byte[] whole = Files.readAllBytes(file);
    assertThat(rows(file)).contains("Person 7");
    for (int i = 0; i < FLIPS / 2; i++) {
      int block = headerByte(whole, BLOCKS, 52);
      assertThat(flipped(whole, block)).as("block header, byte %d", block).isEmpty();
      int stream = headerByte(whole, STREAMS, 22);
      assertThat(flipped(whole, stream)).as("stream header, byte %d", stream).isEmpty();
    }
  }

  @Test
  void pages_that_are_used() throws IOException {
    byte[] whole = Files.readAllBytes(data);
    for (int i = 0; i < FLIPS; i++) {
      int page = random.nextInt(whole.length / 8192);
      boolean used = (whole[8192 + 100 + page] & 0x40) != 0;
      int at = page * 8192 + random.nextInt(8192);
      if (used) {
        assertThat(flipped(whole, at)).as("page %d, byte %d", page, at).isEmpty();
      }
    }
  }

  @Test
  void compressed_chunks() throws IOException {
    new MadeBackup(data, "small").packed().write(file);
    never_another_row(Files.readAllBytes(file), FLIPS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TutorialDB-2016-compressed.bak", "WorldLanguages-2019.bak"})
  void real_files(String name) throws IOException {
    never_another_row(Files.readAllBytes(Shared.require("data/sql/" + name)), FLIPS / 4);
  }

  /** Pages of these have no checksum, which is told; they must not break anything either. */
  @ParameterizedTest
  @ValueSource(strings = {"Northwind-2005.bak", "pubs-2005.mdf"})
  void old_files_are_never_read_without_a_word(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Shared.require("data/sql/" + name));
    for (int i = 0; i < FLIPS / 4; i++) {
      assertThat(flipped(whole, random.nextInt(whole.length))).isEmpty();
    }
  }

  private void never_another_row(byte[] whole, int flips) throws IOException {
    Files.write(file, whole);
    String sound = rows(file);
    assertThat(sound).isNotEmpty();
    for (int i = 0; i < flips; i++) {
      int at = random.nextInt(whole.length);
      assertThat(flipped(whole, at)).as("byte %d", at).isIn("", sound);
    }
  }
}
