package org.pchat.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.Watch;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.ProblemLog;
import org.pchat.sqlfile.Backups;

/** Compressed rows against plain ones, both made by ourselves: no real file was at hand. */
final class CompressedRowsTest {
  @TempDir private Path folder;

  private List<String> rows(int level, ProblemLog problems) throws IOException {
    Path data = folder.resolve(level + ".mdf");
    Backups.mixed(data, level);
    List<String> rows = new ArrayList<>();
    try (SqlServerFile file = SqlServerFile.open(List.of(data), 0, Watch.NONE, problems)) {
      SqlTable table = file.database().tables().get(0);
      int[] all = IntStream.range(0, table.columns().size()).toArray();
      RowCursor cursor = file.database().rows(table, all);
      while (cursor.advance()) {
        rows.add(Arrays.deepToString(IntStream.of(all).mapToObj(cursor::value).toArray()));
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void compressed_rows_are_the_plain_ones(int level) throws IOException {
    ProblemLog plain = ProblemLog.tolerant();
    ProblemLog compressed = ProblemLog.tolerant();
    assertThat(rows(level, compressed)).hasSize(60).isEqualTo(rows(0, plain));
    assertThat(plain.problems()).isEmpty();
    assertThat(compressed.problems())
        .as("it says that nobody has tried it")
        .extracting(problem -> problem.code())
        .containsExactly(BackupProblem.UNTRIED);
  }

  /** The examples of UTS #6, section 9. */
  @Test
  void text_is_unpacked_as_the_standard_says() throws DamagedPageException {
    assertThat(Scsu.decode(bytes(0xD6, 0x6C, 0x20, 0x66, 0x6C, 0x69, 0x65, 0xDF, 0x74)))
        .isEqualTo("Öl fließt");
    assertThat(Scsu.decode(bytes(0x12, 0x9C, 0xBE, 0xC1, 0xBA, 0xB2, 0xB0))).isEqualTo("Москва");
    assertThat(Scsu.decode("plain".getBytes(StandardCharsets.US_ASCII))).isEqualTo("plain");
    assertThat(Scsu.decode(bytes(0x0F, 0x4E, 0x2D, 0x65, 0x87))).isEqualTo("中文");
    assertThat(Scsu.decode(bytes(0x0B, 0x61, 0xEC, 0x80 + 0x0E)))
        .isEqualTo(Character.toString(0x10000 + 0x1EC * 0x80 + 0x0E));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
