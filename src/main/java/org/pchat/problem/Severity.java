package org.pchat.problem;

import java.util.Locale;

/** How much a problem matters, from least to most. */
public enum Severity {
  /** Worth knowing; nothing was lost or guessed. */
  WARNING,
  /** A record or value is wrong; reading went on without it. */
  ERROR,
  /** Reading of the entry or of the whole source stopped here. */
  FATAL;

  /** Returns the word used in JSON and on the terminal. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
