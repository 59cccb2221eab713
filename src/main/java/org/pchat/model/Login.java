package org.pchat.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a source that asks for it, such as a database. The password is fetched only when it is
 * needed, and never printed.
 *
 * @param user the name to log in with; null for the source's own default
 * @param password fetches the password
 * @param database which database of the server; null for the one that the address names
 */
public record Login(@Nullable String user, Password password, @Nullable String database) {
  /** Nobody in particular. */
  public static final Login NONE = new Login(null, () -> null, null);

  /** Where a password comes from. */
  @FunctionalInterface
  public interface Password {
    /**
     * Returns the password, which the caller may overwrite; null if there is none.
     *
     * @throws IOException if it cannot be fetched
     */
    char @Nullable [] fetch() throws IOException;
  }

  /** Returns who and where, without the password. */
  @Override
  public String toString() {
    return "Login[user=" + user + ", database=" + database + "]";
  }
}
