package org.pchat.zip;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pchat.problem.ZipProblem;

/**
 * What no name of an entry may be, on any system. Nothing is ever written under such a name, but
 * who unpacks the archive with another tool should not be led out of his directory.
 */
final class NameRules {
  /* "con.xml" is the console for Windows, "console.xml" is not. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³]) *(\\..*)?",
          Pattern.CASE_INSENSITIVE);

  /* Windows drops dots and spaces from the end of a name, so ".. " is ".." as well. */
  private static final Pattern PARENT = Pattern.compile("\\.[. ]+|[ ][. ]*");

  private NameRules() {}

  /** Returns the rule that {@code name}, with {@code /} between its parts, breaks. */
  static Optional<ZipProblem> broken(String name) {
    if (name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(ZipProblem.NAME_CONTROL);
    }
    // A colon makes a drive ("C:x") or a stream behind a file ("x:y").
    if (name.startsWith("/") || name.indexOf(':') >= 0) {
      return Optional.of(ZipProblem.NAME_ABSOLUTE);
    }
    var parts = name.split("/");
    if (anyMatch(parts, PARENT)) {
      return Optional.of(ZipProblem.NAME_PARENT);
    }
    if (anyMatch(parts, DEVICE)) {
      return Optional.of(ZipProblem.NAME_RESERVED);
    }
    boolean named = Arrays.stream(parts).anyMatch(part -> !part.isEmpty() && !part.equals("."));
    return named ? Optional.empty() : Optional.of(ZipProblem.NAME_EMPTY);
  }

  private static boolean anyMatch(String[] parts, Pattern pattern) {
    return Arrays.stream(parts).anyMatch(part -> pattern.matcher(part).matches());
  }
}
