package org.pchat.check;

import java.util.List;
import java.util.stream.Stream;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemCode;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.Severity;

/** Takes what rules find; how severe it is is decided here and nowhere else. */
final class Findings {
  private final ProblemLog log;
  private final boolean strict;

  Findings(ProblemLog log, boolean strict) {
    this.log = log;
    this.strict = strict;
  }

  void add(Rule rule, Location where, Object... arguments) {
    add(problem(rule, rule.code(), where, arguments));
  }

  /** Adds what a rule found, under a code of its own. */
  void add(Rule rule, ProblemCode code, Location where, Object... arguments) {
    add(problem(rule, code, where, arguments));
  }

  void add(Problem problem) {
    log.add(problem);
  }

  /** Returns what a rule found, to be added when it is certain. */
  Problem problem(Rule rule, ProblemCode code, Location where, Object... arguments) {
    List<String> texts = Stream.of(arguments).map(String::valueOf).toList();
    return new Problem(code, severity(rule, code), where, texts);
  }

  private Severity severity(Rule rule, ProblemCode code) {
    boolean raised = strict && rule.basis() != Basis.INFERRED;
    return raised && code.severity() == Severity.WARNING ? Severity.ERROR : code.severity();
  }
}
