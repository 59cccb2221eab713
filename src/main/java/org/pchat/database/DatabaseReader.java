package org.pchat.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.pchat.model.ChatSource;
import org.pchat.model.ReadOptions;

/**
 * Opens pools that lie in a database.
 *
 * <ul>
 *   <li>{@link AddressException}: the address is none, or holds a password.
 *   <li>{@link LoginFailedException}: wrong user or password.
 *   <li>{@link org.pchat.problem.UnsupportedArchiveException}: no pool, or a column is missing.
 *   <li>{@link IOException}: the server does not answer, a line or a disk fails.
 * </ul>
 */
public final class DatabaseReader {
  private DatabaseReader() {}

  /** Opens the pool for reading; the caller closes it. */
  public static ChatSource open(DatabaseAddress address, ReadOptions options) throws IOException {
    if (options.layout() != null) {
      throw new AddressException("--layout is about exports; leave it out for a database");
    }
    Dialect dialect = Dialect.of(address);
    try {
      return open(dialect.connect(options.login()), dialect, address, options);
    } catch (SQLException failed) {
      throw dialect.worded(failed);
    }
  }

  /** Reads over a connection that is open, and closes it if it cannot be read. */
  static DatabaseSource open(
      Connection connection, Dialect dialect, DatabaseAddress address, ReadOptions options)
      throws SQLException {
    try {
      return DatabaseSource.begin(connection, dialect, address, options);
    } catch (SQLException | RuntimeException failed) {
      try (connection) {
        throw failed;
      }
    }
  }
}
