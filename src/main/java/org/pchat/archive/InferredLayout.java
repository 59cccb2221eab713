package org.pchat.archive;

import java.io.IOException;
import org.pchat.infer.Inferred;
import org.pchat.layout.DescribedLayout;
import org.pchat.layout.Layout;
import org.pchat.model.ReadOptions;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.InferenceProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.zip.Container;

/** The layout of an archive that no layout known here recognises: inferred, and said so. */
final class InferredLayout {
  private static final int MOST_NAMED = 6;

  private InferredLayout() {}

  /**
   * Infers it.
   *
   * @throws org.pchat.problem.UnsupportedArchiveException if it is no export, or not surely one
   */
  static Layout of(Container container, ReadOptions options) throws IOException {
    Inferred inferred = infer(container, options);
    Location where = Location.of(container.path().toString());
    options
        .problems()
        .add(Problem.of(InferenceProblem.INFERRED, where, inferred.findings().size() + " fields"));
    if (!inferred.leftOut().isEmpty()) {
      String named = String.join(", ", inferred.leftOut().stream().limit(MOST_NAMED).toList());
      int more = inferred.leftOut().size() - MOST_NAMED;
      options
          .problems()
          .add(
              Problem.of(
                  InferenceProblem.LEFT_OUT,
                  where,
                  more > 0 ? named + " and " + more + " more" : named));
    }
    return DescribedLayout.of(inferred.descriptor());
  }

  /** What has nothing of an export gets no account of what is missing in it. */
  private static Inferred infer(Container container, ReadOptions options) throws IOException {
    try {
      return UnfamiliarArchive.infer(container, options);
    } catch (UnsupportedArchiveException refused) {
      if (Inferred.isStranger(refused.problem())) {
        Location where = Location.of(container.path().toString());
        throw new UnsupportedArchiveException(
            Problem.of(ExportProblem.NOT_AN_EXPORT, where, Lookalike.of(container)));
      }
      throw refused;
    }
  }
}
