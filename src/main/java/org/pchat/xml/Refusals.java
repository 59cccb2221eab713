package org.pchat.xml;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.LimitExceededException;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.XmlProblem;

/** Says in our words what the parser refused. */
final class Refusals {
  private static final int LONGEST_QUOTE = 200;

  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

  /** What Woodstox says when already the declaration that we refuse is not well-formed. */
  private static final Pattern IN_DOCTYPE = Pattern.compile("DOCTYPE|DTD");

  private Refusals() {}

  /** How far the parser had come. */
  enum Progress {
    BEFORE_ROOT,
    IN_ROOT,
    AFTER_ROOT
  }

  /** Returns the refusal of a document that breaks the rules of XML or a limit. */
  static ArchiveException of(
      XMLStreamException cause, Progress progress, Location token, XmlLimits limits) {
    if (!(cause instanceof WstxException)) {
      return limit(cause, token, limits);
    }
    String reason = reason(cause);
    Location where = place(cause, token);
    if (progress == Progress.BEFORE_ROOT && IN_DOCTYPE.matcher(reason).find()) {
      return malformed(XmlProblem.DOCTYPE, where, cause);
    }
    if (cause instanceof WstxEOFException) {
      return endOfInput(reason, progress, where);
    }
    if (progress == Progress.AFTER_ROOT) {
      boolean second = reason.contains("multiple roots");
      return malformed(second ? XmlProblem.SECOND_ROOT : XmlProblem.TRAILING_CONTENT, where, cause);
    }
    return malformed(XmlProblem.NOT_WELL_FORMED, where, cause, reason);
  }

  /** Returns the refusal after an unchecked exception of the parser. */
  static ArchiveException of(RuntimeException cause, Location token) {
    return malformed(XmlProblem.PARSER_FAILED, token, cause, reason(cause));
  }

  /** Woodstox marks limits only by their wording. */
  private static ArchiveException limit(
      XMLStreamException cause, Location token, XmlLimits limits) {
    String message = reason(cause);
    if (message.startsWith("Attribute limit")) {
      return tooMuch(XmlProblem.TOO_MANY_ATTRIBUTES, token, limits.maxAttributes());
    }
    if (message.startsWith("Maximum attribute size")) {
      return tooMuch(XmlProblem.ATTRIBUTE_TOO_LONG, token, limits.maxAttributeLength());
    }
    if (message.startsWith("Maximum Element Depth")) {
      return tooMuch(XmlProblem.TOO_DEEP, token, limits.maxDepth());
    }
    return malformed(XmlProblem.NOT_WELL_FORMED, token, cause, message);
  }

  static ArchiveException tooMuch(XmlProblem code, Location where, int limit) {
    return new LimitExceededException(Problem.of(code, where, limit));
  }

  private static ArchiveException endOfInput(String reason, Progress progress, Location where) {
    if (reason.startsWith("Unexpected EOF in prolog")) {
      return new MalformedArchiveException(Problem.of(XmlProblem.NO_ROOT, where));
    }
    String place =
        switch (progress) {
          case BEFORE_ROOT -> "before the first start tag is complete";
          case IN_ROOT -> "before the end tag of the root element";
          case AFTER_ROOT -> "after the root element, in a comment or processing instruction";
        };
    return new MalformedArchiveException(Problem.of(XmlProblem.TRUNCATED, where, place));
  }

  private static ArchiveException malformed(
      XmlProblem code, Location where, Exception cause, Object... arguments) {
    return new MalformedArchiveException(Problem.of(code, where, arguments), cause);
  }

  private static Location place(XMLStreamException cause, Location token) {
    var location = cause.getLocation();
    return location == null
        ? token
        : token.at(location.getLineNumber(), location.getColumnNumber());
  }

  /** Returns the first line of the message: Woodstox puts the place, which we have, in the next. */
  private static String reason(Exception cause) {
    String message = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getName());
    String line = message.lines().findFirst().orElse(message).strip();
    return brief(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
  }

  /** Returns the text on one line, and cut where it is too long to stand in a sentence. */
  static String brief(String text) {
    String line = CONTROLS.matcher(text).replaceAll(" ");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }
}
