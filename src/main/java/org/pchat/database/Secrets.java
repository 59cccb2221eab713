package org.pchat.database;

import java.io.IOException;
import java.util.Arrays;
import org.pchat.model.Login;

/** Passwords on their way to a driver, and texts of drivers on their way to a person. */
final class Secrets {
  private Secrets() {}

  /** Returns the password as drivers want it; empty where there is none. */
  static String text(Login login) throws IOException {
    char[] password = login.password().fetch();
    if (password == null) {
      return "";
    }
    String text = new String(password);
    Arrays.fill(password, '\0');
    return text;
  }

  /** Returns what lies at the bottom of a failure. */
  static Throwable deepest(Throwable failed) {
    Throwable at = failed;
    for (int level = 0; level < 20 && at.getCause() != null; level++) {
      at = at.getCause();
    }
    return at;
  }

  /** Returns the first line of what a driver says, without its statement and full stop. */
  static String firstLine(Throwable failed) {
    String message = failed.getMessage();
    if (message == null || message.isBlank()) {
      return failed
          .getClass()
          .getSimpleName()
          .replace("Exception", "")
          .replace("EOF", "it ends too early");
    }
    String line =
        message.strip().lines().findFirst().orElse("").replaceAll("; SQL statement:.*", "");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
