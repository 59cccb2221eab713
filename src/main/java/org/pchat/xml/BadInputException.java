package org.pchat.xml;

import java.io.IOException;
import org.pchat.problem.XmlProblem;

/**
 * The decoder met something that may not be in an entry. It is an {@link IOException} so that it
 * passes through the parser; {@link Refusals} turns it into a problem.
 */
final class BadInputException extends IOException {
  private static final long serialVersionUID = 1L;

  private final XmlProblem code;
  private final String what;
  private final long character;

  /**
   * Describes what was met.
   *
   * @param what the bytes or the character, for the sentence
   * @param character where it stands, in UTF-16 units from the first
   */
  BadInputException(XmlProblem code, String what, long character) {
    super(code.id());
    this.code = code;
    this.what = what;
    this.character = character;
  }

  XmlProblem code() {
    return code;
  }

  String what() {
    return what;
  }

  long character() {
    return character;
  }
}
