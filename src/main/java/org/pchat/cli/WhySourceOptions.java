package org.pchat.cli;

import org.jspecify.annotations.Nullable;
import org.pchat.model.Login;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The same for a command where {@code --user} means somebody in the pool. */
final class WhySourceOptions extends SourceOptions {
  @Option(
      names = "--db-user",
      paramLabel = "NAME",
      description = "Log in to a database as NAME; the password comes from PCHAT_PASSWORD if set.")
  @Nullable String user;

  @Mixin DatabaseOptions database;

  @Override
  Login login(Terminal terminal) {
    return database.login(user, terminal);
  }
}
