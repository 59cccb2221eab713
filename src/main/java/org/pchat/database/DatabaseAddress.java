package org.pchat.database;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a database is: a JDBC URL without credentials.
 *
 * <p>Whatever is on a command line can be read by others on the machine and ends up in histories
 * and logs; so an address that holds a password is refused, and not repeated.
 */
public sealed interface DatabaseAddress permits H2Address, SqlServerAddress {
  /** The parts of a JDBC URL that are secrets, or name who logs in. */
  Pattern CREDENTIALS =
      Pattern.compile(
          "[;?&]\\s*(user(name)?|pwd|[a-z]*password|[a-z]*secret|accesstoken|clientkey|gsscredential)\\s*=",
          Pattern.CASE_INSENSITIVE);

  /** Returns whether {@code name} stands for a database rather than a file. */
  static boolean isAddress(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("jdbc:");
  }

  /**
   * Parses a JDBC URL.
   *
   * @throws AddressException if it is none, names another product, or holds credentials
   */
  static DatabaseAddress parse(String url) {
    if (CREDENTIALS.matcher(url).find()) {
      throw new AddressException(
          "the address of the database holds credentials, which others can read on this machine;"
              + " give them as --user with --password-file, --password-command or PCHAT_PASSWORD");
    }
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith(H2Address.PREFIX)) {
      return H2Address.parse(url);
    }
    if (lower.startsWith(SqlServerAddress.PREFIX)) {
      return SqlServerAddress.parse(url);
    }
    throw new AddressException(
        "this is no address of a database that can be read here;"
            + " write jdbc:sqlserver://SERVER\\INSTANCE;databaseName=mgc or jdbc:h2:./FILE");
  }

  /** Returns the address for messages. */
  String display();

  /** Returns the file that holds the database, for one that lies in a file of this machine. */
  Optional<Path> file();
}
