package org.pchat.problem;

import java.util.List;

/**
 * One finding: what is wrong, and where.
 *
 * @param code the kind of problem
 * @param severity how much it matters here
 * @param where the place
 * @param arguments what fills the {@code %s} of the wording, in order; values from the source are
 *     hostile text
 */
public record Problem(ProblemCode code, Severity severity, Location where, List<String> arguments) {
  /** Copies the arguments. */
  public Problem {
    arguments = List.copyOf(arguments);
  }

  /** Returns a problem of the code's own severity. */
  public static Problem of(ProblemCode code, Location where, Object... arguments) {
    return new Problem(
        code, code.severity(), where, List.of(arguments).stream().map(String::valueOf).toList());
  }

  /** Returns what is wrong and what to do, in one sentence without the place. */
  public String message() {
    return finding() + "; " + code.advice();
  }

  /** Returns what is wrong, without the place and without what to do. */
  public String finding() {
    return code.wording().formatted(arguments.toArray());
  }

  /** Returns the whole sentence: place, message, code. */
  @Override
  public String toString() {
    String place = where.toString();
    return (place.isEmpty() ? "" : place + ": ") + message() + " [" + code.id() + "]";
  }
}
