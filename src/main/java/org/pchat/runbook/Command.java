package org.pchat.runbook;

/**
 * One line of PowerShell.
 *
 * @param line the line
 * @param effect what it does to the servers
 */
public record Command(String line, Effect effect) {
  /** What a command does. */
  public enum Effect {
    /** It only looks, or writes a new file. */
    LOOKS,
    /** It changes something that the way back of its step undoes. */
    CHANGES,
    /** It overwrites or ends something. */
    DESTROYS
  }

  static Command looks(Object line) {
    return new Command(line.toString(), Effect.LOOKS);
  }

  static Command changes(Object line) {
    return new Command(line.toString(), Effect.CHANGES);
  }

  static Command destroys(Object line) {
    return new Command(line.toString(), Effect.DESTROYS);
  }
}
