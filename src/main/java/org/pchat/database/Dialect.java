package org.pchat.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.pchat.model.Consistency;
import org.pchat.model.Login;
import org.pchat.model.Ticks;

/** What differs between the products: how they are opened, asked and understood. */
interface Dialect {
  /** Returns the dialect of an address, without loading a driver. */
  static Dialect of(DatabaseAddress address) {
    if (address instanceof H2Address h2) {
      return new H2(h2);
    }
    return new SqlServer((SqlServerAddress) address);
  }

  /**
   * Opens the database for reading only.
   *
   * @throws SQLException for {@link #worded}
   * @throws IOException if the password cannot be fetched
   */
  Connection connect(Login login) throws SQLException, IOException;

  /** Sees to it that reading hurts nobody and shows one state, as far as the database can. */
  Consistency begin(Connection connection) throws SQLException;

  /** Returns the database's own time in UTC. */
  Ticks clock(Connection connection) throws SQLException;

  /**
   * Returns what a failure means, in a sentence with the address: {@link LoginFailedException}, or
   * another for a line, a disk, a lock.
   */
  IOException worded(SQLException failed);
}
