package org.pchat.database;

/** The database knows neither this user nor this password. */
public final class LoginFailedException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  LoginFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
