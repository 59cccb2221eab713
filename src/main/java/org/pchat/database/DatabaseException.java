package org.pchat.database;

import java.io.IOException;

/** A database failed, in a sentence that begins with its address. */
public class DatabaseException extends IOException {
  private static final long serialVersionUID = 1L;

  DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
