package org.pchat.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A database of a SQL Server.
 *
 * @param url the JDBC URL as the user wrote it
 */
record SqlServerAddress(String url) implements DatabaseAddress {
  static final String PREFIX = "jdbc:sqlserver:";

  static SqlServerAddress parse(String url) {
    if (!url.regionMatches(true, 0, PREFIX + "//", 0, PREFIX.length() + 2)) {
      throw new AddressException(
          "the address \"%s\" names no server; write jdbc:sqlserver://SERVER\\INSTANCE;databaseName=mgc"
              .formatted(url));
    }
    return new SqlServerAddress(url);
  }

  @Override
  public String display() {
    return url;
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return url;
  }
}
