package org.pchat.runbook;

import java.util.Locale;

/** The forms of a runbook. */
public enum Format {
  /** Markdown. */
  MD,
  /** A page. */
  HTML,
  /** A script of PowerShell that stops at each step. */
  PS1,
  /** Plain text. */
  TXT;

  /** Returns the word that the user types. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
