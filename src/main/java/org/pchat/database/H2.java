package org.pchat.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.pchat.model.Consistency;
import org.pchat.model.Login;
import org.pchat.model.Ticks;

/** Embedded H2, in the mode in which it takes the SQL of SQL Server. */
final class H2 implements Dialect {
  private static final String DEFAULT_USER = "sa";
  private final H2Address address;

  H2(H2Address address) {
    this.address = address;
  }

  /** Opens what is there; a file is not changed and not made. */
  @Override
  public Connection connect(Login login) throws SQLException, IOException {
    return connect(login, address.path() == null ? "" : ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
  }

  /** Opens for writing, and makes a file that is not there. */
  Connection connectToWrite(Login login) throws SQLException, IOException {
    return connect(login, "");
  }

  private Connection connect(Login login, String more) throws SQLException, IOException {
    if (login.database() != null) {
      throw new AddressException("--db-name is for SQL Server; a file of H2 holds one database");
    }
    var properties = new Properties();
    properties.setProperty("user", login.user() == null ? DEFAULT_USER : login.user());
    properties.setProperty("password", Secrets.text(login));
    // Not by DriverManager, which would load and register every driver there is.
    Connection connection = new org.h2.Driver().connect(address.url(more), properties);
    if (connection == null) {
      throw new AddressException("H2 does not take the address " + address);
    }
    return connection;
  }

  @Override
  public Consistency begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
    return Consistency.SNAPSHOT;
  }

  /** It runs in this process, so it has no other clock. */
  @Override
  public Ticks clock(Connection connection) {
    return Ticks.of(Instant.now());
  }

  @Override
  public IOException worded(SQLException failed) {
    return switch (failed.getErrorCode()) {
      case ErrorCode.WRONG_USER_OR_PASSWORD ->
          new LoginFailedException(
              address + ": wrong user or password; check --user and where the password comes from",
              failed);
      case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 ->
          said("there is no database; check the name, which is written without .mv.db", failed);
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          said("another process has the database open; close it there", failed);
      case ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.UNSUPPORTED_SETTING_COMBINATION,
          ErrorCode.FILE_VERSION_ERROR_1 ->
          said("the file is damaged, or no database of this version of H2", failed);
      case ErrorCode.GENERAL_ERROR_1 -> general(failed);
      case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 ->
          said(
              "the file cannot be read or written, or is no database of this version of H2 ("
                  + Secrets.firstLine(Secrets.deepest(failed))
                  + ")",
              failed);
      case ErrorCode.LOCK_TIMEOUT_1 ->
          said("another connection holds a lock; try again when it is done", failed);
      default -> said(Secrets.firstLine(failed), failed);
    };
  }

  /** A disk that is full reaches us as a general error, with the true reason at the bottom. */
  private IOException general(SQLException failed) {
    Throwable reason = Secrets.deepest(failed);
    return said(
        reason instanceof IOException
            ? "the file cannot be written or read (" + Secrets.firstLine(reason) + ")"
            : Secrets.firstLine(reason),
        failed);
  }

  private IOException said(String what, SQLException failed) {
    return new DatabaseException(address + ": " + what, failed);
  }
}
