package org.pchat.cli;

/** How a command ended; docs/scripting.md lists them for scripts. */
enum ExitCode {
  /** Done, and where there is an answer it is yes. */
  DONE(0),
  /** Done, and the answer is no: differences, errors found, no match. */
  NO(1),
  /** The command line makes no sense. */
  USAGE(2),
  /** Done in part: something was passed over or lost. */
  PARTIAL(3),
  /** The input is damaged, encrypted or not understood. */
  BAD_INPUT(4),
  /** A disk, a line or a file system said no. */
  IO(5),
  /** A safety rule forbids it. */
  REFUSED(6),
  /** A snapshot was saved, but much of what was there before is gone. */
  SUSPECT(7),
  /** There is no store, or no such snapshot in it. */
  NO_STORE(10),
  /** Somebody else writes to the store. */
  LOCKED(11),
  /** A database knows neither this user nor this password. */
  WRONG_PASSWORD(12),
  /** A mistake of ours. */
  BUG(70),
  /** Stopped by the user. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** Returns the one that counts when two apply: 130, 70, 5, 4, 3, 7, 1 in this order. */
  ExitCode or(ExitCode other) {
    return rank() <= other.rank() ? this : other;
  }

  private int rank() {
    return switch (this) {
      case INTERRUPTED -> 0;
      case BUG -> 1;
      case IO -> 2;
      case BAD_INPUT -> 3;
      case REFUSED -> 4;
      case USAGE -> 5;
      case WRONG_PASSWORD -> 6;
      case NO_STORE -> 7;
      case LOCKED -> 8;
      case PARTIAL -> 9;
      case SUSPECT -> 10;
      case NO -> 11;
      case DONE -> 12;
    };
  }
}
