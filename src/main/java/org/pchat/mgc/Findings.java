package org.pchat.mgc;

import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.Severity;

/**
 * Reports what is wrong with rows.
 *
 * @param name the database, for messages
 * @param log takes the problems
 * @param still whether the database shows one state; then a reference to nothing is wrong, else it
 *     may just be newer than what it refers to
 */
record Findings(String name, ProblemLog log, boolean still) {
  void add(DatabaseProblem code, String table, Object... arguments) {
    log.add(Problem.of(code, Location.of(name, table), arguments));
  }

  void unknownValue(String table, String row, Object value, String column) {
    add(DatabaseProblem.UNKNOWN_VALUE, table, row, value, column);
  }

  void dangling(String table, String row, String target) {
    Problem problem = Problem.of(DatabaseProblem.DANGLING, Location.of(name, table), row, target);
    log.add(
        new Problem(
            problem.code(),
            still ? Severity.ERROR : Severity.WARNING,
            problem.where(),
            problem.arguments()));
  }
}
