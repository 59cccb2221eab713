package org.pchat.database;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.mgc.Schema;
import org.pchat.model.ChatSource;
import org.pchat.model.Login;
import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.RefusedException;

/**
 * A pool in a file of H2 that is written to. A new one is made under another name beside it and
 * gets its own only when it is complete; one that is there is changed in one transaction.
 */
final class EmbeddedPool implements AutoCloseable {
  /** What H2 writes when a pool is made; docs/database.md says what of it is ours. */
  static final List<List<Object>> LOOKUPS =
      List.of(
          List.of("tblPrincipalType", 1, "Any", 0, 0),
          List.of("tblPrincipalType", 2, "AnyUser", 0, 1),
          List.of("tblPrincipalType", 3, "AnyGroup", 0, 0),
          List.of("tblPrincipalType", 4, "SystemUser", 1, 0),
          List.of("tblPrincipalType", 5, "User", 0, 1),
          List.of("tblPrincipalType", 8, "DC", 0, 0),
          List.of("tblPrincipalType", 9, "Group", 0, 0),
          List.of("tblPrincipalType", 10, "Folder", 0, 0),
          List.of("tblEnumAttribute", 1, "Visibility"),
          List.of("tblEnumAttribute", 2, "Behavior"),
          List.of("tblEnumValue", 2, 1, "private"),
          List.of("tblEnumValue", 3, 1, "scope"),
          List.of("tblEnumValue", 4, 2, "normal"),
          List.of("tblEnumValue", 5, 2, "auditorium"),
          List.of("tblEnumValue", 6, 1, "open"),
          List.of("tblRoleType", 1, "Member", 0b1111_1000_0000L | 1 << 4),
          List.of("tblRoleType", 2, "Manager", 12276L),
          List.of("tblRoleType", 3, "Voiced", 1L << 12),
          List.of("tblRoleType", 4, "Creator", 1L << 4));

  private final H2Address address;
  private final H2 dialect;
  private final Login login;
  private final Connection connection;
  private final @Nullable Path temporary;

  private EmbeddedPool(H2Address address, H2 dialect, Login login, @Nullable Path temporary)
      throws SQLException, IOException {
    this.address = address;
    this.dialect = dialect;
    this.login = login;
    this.connection = dialect.connectToWrite(login);
    this.temporary = temporary;
  }

  /** Opens what is there, or begins what is not. */
  static EmbeddedPool open(H2Address address, Login login) throws SQLException, IOException {
    if (address.path() == null || address.exists()) {
      var pool = new EmbeddedPool(address, new H2(address), login, null);
      try {
        return existing(pool);
      } catch (SQLException | RuntimeException failed) {
        try (pool.connection) {
          throw failed;
        }
      }
    }
    Path temporary = temporary(address.path());
    var dialect = new H2(address.at(temporary));
    try {
      var pool = new EmbeddedPool(address, dialect, login, temporary);
      pool.make();
      pool.connection.setAutoCommit(false);
      return pool;
    } catch (SQLException | IOException | RuntimeException failed) {
      Files.deleteIfExists(H2Address.file(temporary));
      throw failed;
    }
  }

  private static EmbeddedPool existing(EmbeddedPool pool) throws SQLException {
    Map<String, Map<String, String>> types = DatabaseSource.types(pool.connection);
    if (types.isEmpty()) {
      pool.make();
    } else {
      for (String table : Schema.published().tables()) {
        Map<String, String> columns = types.getOrDefault(table.toLowerCase(ROOT), Map.of());
        pool.require(!columns.isEmpty(), table);
        for (Schema.Column column : Schema.published().columns(table)) {
          String type = columns.get(column.name().toLowerCase(ROOT));
          boolean fits = type != null && Schema.fits(column.type(), type);
          pool.require(fits, table + " with a " + column.name() + " of type " + column.type());
        }
      }
    }
    pool.connection.setAutoCommit(false);
    return pool;
  }

  private void require(boolean isThere, String what) {
    if (!isThere) {
      throw new RefusedException(
          Problem.of(DatabaseProblem.FOREIGN_TARGET, Location.of(address.display()), what));
    }
  }

  private static Path temporary(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FileSystemException(
          path.toString(), null, "its folder does not exist; make it or name another");
    }
    var random = new byte[8];
    new SecureRandom().nextBytes(random);
    Path temporary =
        path.resolveSibling("." + path.getFileName() + ".tmp-" + HexFormat.of().formatHex(random));
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    // H2 would make it readable by all; an empty file is a new database to it.
    Files.createFile(
        H2Address.file(temporary),
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0]);
    return temporary;
  }

  private void make() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : Schema.published().statements()) {
        statement.execute(sql);
      }
    }
    for (List<Object> row : LOOKUPS) {
      String places = ", ?".repeat(row.size() - 1).substring(2);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO dbo." + row.get(0) + " VALUES (" + places + ")")) {
        for (int i = 1; i < row.size(); i++) {
          insert.setObject(i, row.get(i));
        }
        insert.executeUpdate();
      }
    }
  }

  private static Map<String, Long> rows(Connection connection) throws SQLException {
    Map<String, Long> rows = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String table : Schema.published().tables()) {
        try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM dbo." + table)) {
          count.next();
          rows.put(table, count.getLong(1));
        }
      }
    }
    return rows;
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Returns the pool as this transaction sees it; valid until it ends. */
  ChatSource source() throws SQLException {
    return DatabaseSource.within(connection, dialect, address);
  }

  /** Returns whether there was no pool before. */
  boolean isNew() {
    return temporary != null;
  }

  /**
   * Keeps what was written; a new pool gets its name.
   *
   * <p>H2 writes behind a commit, and says nothing when the disk is full by then. So everything is
   * brought to the disk here, where a failure is one, and a new pool is looked at before it gets
   * its name.
   */
  void commit() throws SQLException, IOException {
    connection.commit();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
    if (temporary == null) {
      return;
    }
    Map<String, Long> written = rows(connection);
    connection.close();
    Path made = H2Address.file(temporary);
    try (Connection again = dialect.connect(login)) {
      if (!rows(again).equals(written)) {
        throw new FileSystemException(
            made.toString(), null, "the disk holds less than was written; is it full?");
      }
    }
    try (var channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path target = address.file().orElseThrow();
    if (Files.exists(target)) {
      throw new FileSystemException(
          target.toString(), null, "something has taken its name meanwhile; import into it again");
    }
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets what was not committed; nothing is left of a new pool, whatever its driver says. */
  @Override
  public void close() throws SQLException, IOException {
    try {
      if (!connection.isClosed()) {
        connection.rollback();
      }
    } finally {
      try {
        connection.close();
      } finally {
        if (temporary != null) {
          Files.deleteIfExists(H2Address.file(temporary));
        }
      }
    }
  }
}
