package org.pchat.zip;

import org.jspecify.annotations.Nullable;
import org.pchat.problem.LimitExceededException;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.problem.ZipProblem;

/**
 * Words what is wrong with one container; {@code entry} is null where the container as a whole is
 * meant.
 *
 * @param archive the container as the user named it
 */
record Faults(String archive) {
  MalformedArchiveException malformed(
      @Nullable String entry, ZipProblem code, Object... arguments) {
    return new MalformedArchiveException(problem(entry, code, arguments));
  }

  UnsupportedArchiveException unsupported(
      @Nullable String entry, ZipProblem code, Object... arguments) {
    return new UnsupportedArchiveException(problem(entry, code, arguments));
  }

  LimitExceededException tooMuch(@Nullable String entry, ZipProblem code, Object... arguments) {
    return new LimitExceededException(problem(entry, code, arguments));
  }

  Problem problem(@Nullable String entry, ZipProblem code, Object... arguments) {
    return Problem.of(code, Location.of(archive, entry), arguments);
  }
}
