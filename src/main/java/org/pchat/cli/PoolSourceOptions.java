package org.pchat.cli;

import org.jspecify.annotations.Nullable;
import org.pchat.model.Login;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that reads any source, a database too. */
final class PoolSourceOptions extends SourceOptions {
  @Option(
      names = {"--user", "--db-user"},
      paramLabel = "NAME",
      description = "Log in to a database as NAME; the password comes from PCHAT_PASSWORD if set.")
  @Nullable String user;

  @Mixin DatabaseOptions database;

  @Override
  Login login(Terminal terminal) {
    return database.login(user, terminal);
  }
}
