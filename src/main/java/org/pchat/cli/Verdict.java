package org.pchat.cli;

import org.pchat.problem.ProblemLog;
import org.pchat.problem.Severity;

/**
 * What {@code validate} found of one archive.
 *
 * @param archive its name, as the user gave it
 * @param problems what is wrong with it
 */
record Verdict(String archive, ProblemLog problems) {
  long count(Severity severity) {
    return problems.count(severity);
  }

  /**
   * Returns what this means for the exit code.
   *
   * @param warningsCount whether a warning makes the archive invalid
   */
  ExitCode exit(boolean warningsCount) {
    if (count(Severity.FATAL) > 0) {
      return ExitCode.BAD_INPUT;
    }
    boolean failed = count(Severity.ERROR) > 0 || (warningsCount && count(Severity.WARNING) > 0);
    return failed ? ExitCode.NO : ExitCode.DONE;
  }
}
