package org.pchat.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Login;
import picocli.CommandLine.Option;

/** The options that say how a database is opened. None of them takes a password itself. */
final class DatabaseOptions {
  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Take the password from the first line of FILE.")
  @Nullable Path passwordFile;

  @Option(
      names = "--password-command",
      paramLabel = "COMMAND",
      description = "Take the password from the first line that COMMAND prints.")
  @Nullable String passwordCommand;

  @Option(
      names = "--db-name",
      paramLabel = "NAME",
      description = "The database on a SQL Server (default: mgc).")
  @Nullable String database;

  Login login(@Nullable String user, Terminal terminal) {
    if (passwordFile != null && passwordCommand != null) {
      throw new UsageException(
          "--password-file and --password-command contradict each other; give one of them");
    }
    var passwords = new Passwords(passwordFile, passwordCommand, user, terminal);
    return new Login(user, passwords::fetch, database);
  }
}
