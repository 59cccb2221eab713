package org.pchat.infer;

import java.util.List;
import java.util.Objects;
import org.pchat.layout.ValueSpelling;
import org.pchat.model.Kind;
import org.pchat.problem.InferenceProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;

/** Says why no layout is inferred: what was recognised, what is missing, and what settles it. */
final class Refusal {
  private final Location where;

  Refusal(String archive) {
    this.where = Location.of(archive);
  }

  UnsupportedArchiveException of(InferenceProblem code, Object... arguments) {
    return new UnsupportedArchiveException(Problem.of(code, where, arguments));
  }

  UnsupportedArchiveException missing(String what, List<String> recognised) {
    return of(
        InferenceProblem.MISSING,
        what,
        recognised.isEmpty() ? Inferred.NOTHING : String.join(", ", recognised));
  }

  UnsupportedArchiveException ambiguous(Match match, Edge edge, Edge rival) {
    return of(
        InferenceProblem.AMBIGUOUS,
        "the %s of the %s stands in %s or in %s of %s"
            .formatted(
                edge.spec().field(),
                match.kind().word(),
                edge.column(),
                rival.column(),
                match.candidate()),
        line(edge));
  }

  UnsupportedArchiveException doubtful(Match match, Edge edge) {
    String place = edge.column() + " of " + match.candidate();
    String field = "name=\"" + edge.spec().field() + "\" at=\"" + edge.column() + "\"";
    return switch (Objects.requireNonNull(edge.doubt())) {
      case NO_ZONE ->
          of(InferenceProblem.NO_ZONE, place, "<field " + field + " as=\"iso\" zone=\"UTC\"/>");
      case STRANGE_DATES ->
          of(
              InferenceProblem.UNDECODABLE,
              place,
              "they are dates in no standard form",
              "<field " + field + " as=\"pattern\" pattern=\"dd.MM.uuuu HH:mm:ss\" zone=\"UTC\"/>");
      case ENCODED ->
          of(
              InferenceProblem.UNDECODABLE,
              place,
              "they are bytes in Base64",
              "<field " + field + "/>, if they are to be shown as they stand");
      case NO_MEANING ->
          of(
              InferenceProblem.UNDECODABLE,
              place,
              "no table of the archive explains them",
              "<field "
                  + field
                  + "><word is=\"1\" means=\""
                  + example(match.kind())
                  + "\"/></field>");
      case SHARED_KEY ->
          throw new IllegalStateException("shared keys are named with their records");
    };
  }

  private static String example(Kind<?> kind) {
    return kind == Kind.SCOPE ? "deny" : "Member";
  }

  /** Returns the line of a descriptor that says where a field stands. */
  static String line(Edge edge) {
    String by =
        edge.spelling() instanceof ValueSpelling.Reference reference
            ? " by=\"" + reference.by().word() + "\""
            : "";
    return "<field name=\"" + edge.spec().field() + "\" at=\"" + edge.column() + "\"" + by + "/>";
  }
}
