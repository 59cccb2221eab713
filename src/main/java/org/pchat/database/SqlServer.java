package org.pchat.database;

import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pchat.model.Consistency;
import org.pchat.model.Login;
import org.pchat.model.Ticks;

/**
 * SQL Server. What is said to it beyond {@link Select} stands here: it is all that cannot be tried
 * in H2.
 */
final class SqlServer implements Dialect {
  /** Whether this database allows snapshot isolation: 1. */
  static final String SNAPSHOTS =
      "SELECT snapshot_isolation_state FROM sys.databases WHERE name = DB_NAME()";

  static final String CLOCK = "SELECT SYSUTCDATETIME()";

  /** Wait no longer than half a minute for others, and be the one who gives way to them. */
  static final List<String> MANNERS =
      List.of("SET LOCK_TIMEOUT 30000", "SET DEADLOCK_PRIORITY LOW");

  private static final String DEFAULT_DATABASE = "mgc";

  /** The driver also logs what it throws. Held, because a logger that nobody holds forgets this. */
  private static final Logger SILENT = Logger.getLogger("com.microsoft.sqlserver.jdbc");

  private final SqlServerAddress address;

  SqlServer(SqlServerAddress address) {
    this.address = address;
  }

  @Override
  public Connection connect(Login login) throws SQLException, IOException {
    SILENT.setLevel(Level.OFF);
    Connection connection = new SQLServerDriver().connect(address.url(), properties(login));
    if (connection == null) {
      throw new AddressException("the driver of SQL Server does not take the address " + address);
    }
    return connection;
  }

  private Properties properties(Login login) throws IOException {
    var properties = new Properties();
    String lower = address.url().toLowerCase(Locale.ROOT);
    properties.setProperty("applicationName", "pchat");
    if (login.database() != null) {
      if (lower.contains("database=") || lower.contains("databasename=")) {
        throw new AddressException("--db-name and the address both name a database; leave one out");
      }
      properties.setProperty("databaseName", login.database());
    } else if (!lower.contains("database")) {
      properties.setProperty("databaseName", DEFAULT_DATABASE);
    }
    // A server that vanishes must not hang the job for ever; locks end after half a minute.
    unlessGiven(lower, properties, "loginTimeout", "15");
    unlessGiven(lower, properties, "socketTimeout", "300000");
    if (login.user() != null) {
      properties.setProperty("user", login.user());
      properties.setProperty("password", Secrets.text(login));
    } else if (!lower.contains("integratedsecurity=") && !lower.contains("authentication=")) {
      throw new AddressException(
          "nobody is named to log in; give --user with --password-file, --password-command or"
              + " PCHAT_PASSWORD, or write ;integratedSecurity=true behind the address");
    }
    return properties;
  }

  private static void unlessGiven(String url, Properties properties, String name, String value) {
    if (!url.contains(name.toLowerCase(Locale.ROOT) + "=")) {
      properties.setProperty(name, value);
    }
  }

  @Override
  public Consistency begin(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement()) {
      for (String manner : MANNERS) {
        statement.execute(manner);
      }
    }
    if (!allowsSnapshots(connection)) {
      // Every statement is a transaction of its own, so nothing stays locked behind it.
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      return Consistency.BOUNDED;
    }
    connection.setTransactionIsolation(SQLServerConnection.TRANSACTION_SNAPSHOT);
    connection.setAutoCommit(false);
    return Consistency.SNAPSHOT;
  }

  private static boolean allowsSnapshots(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SNAPSHOTS)) {
      return row.next() && row.getInt(1) == 1;
    }
  }

  @Override
  public Ticks clock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CLOCK)) {
      row.next();
      LocalDateTime now = Objects.requireNonNull(row.getObject(1, LocalDateTime.class));
      return Ticks.of(now.toInstant(ZoneOffset.UTC));
    }
  }

  @Override
  public IOException worded(SQLException failed) {
    return SqlServerFailure.of(address, failed);
  }
}
