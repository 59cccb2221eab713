package org.pchat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.archive.ExportReader;
import org.pchat.archive.ExportWriter;
import org.pchat.check.CheckOptions;
import org.pchat.check.SnapshotCheck;
import org.pchat.model.ChatSource;
import org.pchat.model.Consistency;
import org.pchat.model.Login;
import org.pchat.model.ReadOptions;
import org.pchat.problem.Problem;
import org.pchat.problem.Severity;

/** Whole exports of a pool in which people go on joining, leaving and talking. */
class WritersDuringExportTest {
  private static final int ROUNDS = 8;

  /** They join rooms whose categories may not admit them, and keep no account of last numbers. */
  private static final Set<String> OTHERS_DO_SO = Set.of("RULE-026", "RULE-027", "RULE-032");

  @TempDir Path folder;
  private final H2Address pool =
      (H2Address) DatabaseAddress.parse("jdbc:h2:mem:busy;DB_CLOSE_DELAY=-1");

  @BeforeEach
  void fill() throws IOException {
    TestPools.load(TestPools.MONDAY, pool);
  }

  @AfterEach
  void forget() throws Exception {
    TestPools.forget(pool);
  }

  @Test
  void without_snapshots_an_export_of_a_busy_pool_refers_to_nothing_that_is_not_there()
      throws Exception {
    var dialect = new NoSnapshots(new H2(pool));
    exportWhileOthersWrite(
        () ->
            DatabaseReader.open(dialect.connect(Login.NONE), dialect, pool, ReadOptions.defaults()),
        Consistency.BOUNDED);
  }

  @Test
  void a_snapshot_of_a_busy_pool_is_sound() throws Exception {
    exportWhileOthersWrite(
        () -> DatabaseReader.open(pool, ReadOptions.defaults()), Consistency.SNAPSHOT);
  }

  /** Opens the pool. */
  private interface Opening {
    ChatSource open() throws IOException, SQLException;
  }

  private void exportWhileOthersWrite(Opening opening, Consistency expected) throws Exception {
    try (var others = new Others(pool)) {
      for (int round = 0; round < ROUNDS; round++) {
        Path export = folder.resolve("busy-" + round + ".zip");
        int before = others.awaitMore();
        try (ChatSource source = opening.open()) {
          assertThat(source.consistency()).isEqualTo(expected);
          ExportWriter.write(TestPools.sorted(source), export, false);
          assertThat(source.problems().count(Severity.ERROR)).isZero();
        }
        assertThat(others.acts()).as("others wrote meanwhile").isGreaterThan(before);
        assertThat(found(export)).isEmpty();
      }
    }
  }

  private static List<Problem> found(Path export) throws IOException {
    try (ChatSource source = ExportReader.open(export, ReadOptions.defaults())) {
      SnapshotCheck.run(source, CheckOptions.defaults());
      return source.problems().problems().stream()
          .filter(problem -> !OTHERS_DO_SO.contains(problem.code().id()))
          .toList();
    }
  }

  /** Somebody new joins a room and says something, again and again; every third one is removed. */
  private static final class Others implements AutoCloseable {
    private static final String JOIN =
        "INSERT INTO dbo.tblPrincipal (prinID, prinGuid, prinUri, prinName, prinDisabled,"
            + " prinTypeID, prinAddedOn, prinUpdatedOn, prinVerifiedOn)"
            + " VALUES (?, ?, ?, 'Late', 0, 5,"
            + " 636637104000000000, 636637104000000000, '2019-01-01')";
    private static final String MEMBER =
        "INSERT INTO dbo.tblPrincipalRole SELECT r.nodeID, ?,"
            + " (SELECT rtypeID FROM dbo.tblRoleType WHERE rtypeDesc = 'Member'), 0"
            + " FROM (SELECT MIN(nodeID) nodeID FROM dbo.tblNode WHERE nodeType = 0) r";
    private static final String TALK =
        "INSERT INTO dbo.tblChat SELECT channelId, MAX(chatId) + 1, MAX(chatDate) + 10, ?, 0,"
            + " 'late', NULL FROM dbo.tblChat GROUP BY channelId";
    private static final String LEAVE = "DELETE FROM dbo.tblPrincipalRole WHERE prinRolePrinID = ?";

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    private volatile int acts;
    private final Thread thread;

    Others(H2Address pool) {
      thread = new Thread(() -> talk(pool), "others");
      thread.start();
    }

    int acts() {
      return acts;
    }

    /** Waits until somebody has written since, so that the writer is known to be at work. */
    int awaitMore() throws InterruptedException {
      int before = acts;
      while (acts == before && failed.get() == null) {
        Thread.sleep(1);
      }
      return acts;
    }

    private void talk(H2Address pool) {
      try (Connection connection = new H2(pool).connectToWrite(Login.NONE)) {
        for (int person = 5_000; !stopped.get(); person++) {
          run(connection, JOIN, person, UUID.randomUUID(), "sip:late" + person + "@contoso.com");
          run(connection, MEMBER, person);
          run(connection, TALK, person);
          if (person % 3 == 0) {
            run(connection, LEAVE, person);
          }
          acts = person;
        }
      } catch (SQLException | IOException | RuntimeException failure) {
        failed.set(failure);
      }
    }

    private static void run(Connection connection, String sql, Object... values)
        throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
      }
    }

    /** Fails if the writer did. */
    @Override
    public void close() {
      stopped.set(true);
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      assertThat(failed.get()).isNull();
    }
  }
}
