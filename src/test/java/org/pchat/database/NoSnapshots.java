package org.pchat.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.pchat.model.Consistency;
import org.pchat.model.Login;
import org.pchat.model.Ticks;

/** A database that allows no snapshots, as many a SQL Server. */
record NoSnapshots(H2 h2) implements Dialect {
  @Override
  public Connection connect(Login login) throws SQLException, IOException {
    return h2.connectToWrite(login);
  }

  @Override
  public Consistency begin(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return Consistency.BOUNDED;
  }

  @Override
  public Ticks clock(Connection connection) {
    return h2.clock(connection);
  }

  @Override
  public IOException worded(SQLException failed) {
    return h2.worded(failed);
  }
}
