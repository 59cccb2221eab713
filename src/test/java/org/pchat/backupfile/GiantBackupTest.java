package org.pchat.backupfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.model.Watch;
import org.pchat.pages.RowCursor;
import org.pchat.pages.SqlServerFile;
import org.pchat.problem.ProblemLog;
import org.pchat.sqlfile.Backups;
import org.pchat.sqlfile.MadeBackup;

/** Files over 4 GB, with pages that a second map speaks of; takes 4 GB of disk. */
@EnabledIfSystemProperty(named = "pchat.big", matches = "true")
final class GiantBackupTest {
  @TempDir private Path folder;

  @Test
  void rows_behind_the_first_interval_are_read() throws IOException {
    Path data = folder.resolve("giant.mdf");
    Path backup = folder.resolve("giant.bak");
    Backups.giant(data);
    new MadeBackup(data, "giant").write(backup);
    for (Path file : List.of(data, backup)) {
      var problems = ProblemLog.strict();
      try (SqlServerFile sql = SqlServerFile.open(List.of(file), 0, Watch.NONE, problems)) {
        RowCursor rows = sql.database().rows(sql.database().tables().get(0), 0);
        long sum = 0;
        while (rows.advance()) {
          sum += (Long) Objects.requireNonNull(rows.value(0));
        }
        assertThat(sum).isEqualTo(12_000L * 11_999 / 2);
        sql.database().checkRest();
      }
    }
  }
}
