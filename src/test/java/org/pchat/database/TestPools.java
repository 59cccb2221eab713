package org.pchat.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Login;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.order.SortedSource;
import org.pchat.problem.ProblemLog;
import org.pchat.spill.SortSpace;

/** Embedded pools for tests. */
final class TestPools {
  static final Path MONDAY = Path.of("samples/contoso-monday.zip");
  static final Path TUESDAY = Path.of("samples/contoso-tuesday.zip");

  private TestPools() {}

  static H2Address in(Path folder) {
    return (H2Address) DatabaseAddress.parse("jdbc:h2:" + folder.resolve("pool"));
  }

  static ImportOutcome load(ChatSource source, DatabaseAddress target) throws IOException {
    return load(source, target, ImportRules.DEFAULT);
  }

  static ImportOutcome load(ChatSource source, DatabaseAddress target, ImportRules rules)
      throws IOException {
    return new ImportJob(target, Login.NONE, rules, Watch.NONE).run(source);
  }

  static ImportOutcome load(Path export, DatabaseAddress target) throws IOException {
    try (ChatSource source = ExportReader.open(export, ReadOptions.defaults())) {
      return load(source, target);
    }
  }

  /** Opens a pool in order, as writers and comparisons see it; no problem is tolerated. */
  static ChatSource open(DatabaseAddress address) throws IOException {
    ReadOptions strict = ReadOptions.defaults().with(ProblemLog.strict());
    return sorted(DatabaseReader.open(address, strict));
  }

  static ChatSource sorted(ChatSource source) {
    return SortedSource.of(source, Watch.NONE, SortSpace.defaults());
  }

  /** Returns all records by the plural of their kind; for small pools only. */
  static Map<String, List<?>> records(ChatSource source) throws IOException {
    Map<String, List<?>> records = new LinkedHashMap<>();
    for (Kind<?> kind : Kind.ALL) {
      records.put(kind.plural(), new ArrayList<>(MemorySource.all(source.records(kind))));
    }
    return records;
  }

  static Map<String, List<?>> records(DatabaseAddress address) throws IOException {
    try (ChatSource source = open(address)) {
      return records(source);
    }
  }

  static Map<String, List<?>> records(Path export) throws IOException {
    try (ChatSource source = ExportReader.open(export, ReadOptions.defaults())) {
      return records(source);
    }
  }

  /** Lets go of a pool in memory that outlives its connections. */
  static void forget(H2Address address) throws SQLException, IOException {
    try (Connection connection = new H2(address).connectToWrite(Login.NONE);
        Statement statement = connection.createStatement()) {
      statement.execute("SET DB_CLOSE_DELAY 0");
    }
  }

  /** Changes a pool as the product's own tools would. */
  static void execute(H2Address address, String... statements) throws SQLException, IOException {
    try (Connection connection = new H2(address).connectToWrite(Login.NONE);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
