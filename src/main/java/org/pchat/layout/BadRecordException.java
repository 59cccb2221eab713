package org.pchat.layout;

import java.util.List;
import java.util.stream.Collectors;
import org.pchat.problem.Problem;

/** A record cannot be read into the model; the reader reports it and passes it over. */
public final class BadRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  BadRecordException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** Returns what is wrong with it, without what a schema said before. */
  public List<Problem> problems() {
    return problems;
  }
}
