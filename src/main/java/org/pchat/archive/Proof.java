package org.pchat.archive;

import java.io.IOException;
import org.pchat.infer.Inferred;
import org.pchat.infer.KeySample;
import org.pchat.layout.DescribedLayout;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;
import org.pchat.problem.InferenceProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.Severity;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.zip.Container;

/**
 * Reads an archive once through a layout that was inferred, and withdraws the layout if it does not
 * fit what is there.
 */
final class Proof {
  /** One record in so many may be bad; real archives have broken references too. */
  private static final long TOLERATED = 100;

  private final Location where;
  private final Export export;
  private final ProblemLog problems = ProblemLog.tolerant(1);

  private Proof(Container container, Inferred inferred, ReadOptions options) {
    this.where = Location.of(container.path().toString());
    var layout = DescribedLayout.of(inferred.descriptor());
    var map = new ExportMap(layout, container.entries(), null);
    this.export = new Export(container, map, options.with(problems), null);
  }

  /**
   * Checks a layout against its archive.
   *
   * @throws UnsupportedArchiveException if more than a small share of the records does not fit
   */
  static void check(Container container, Inferred inferred, ReadOptions options)
      throws IOException {
    var proof = new Proof(container, inferred, options);
    long read = 0;
    for (Kind<?> kind : Kind.ALL) {
      if (kind != Kind.MESSAGE) {
        read += proof.count(kind);
      }
    }
    read += proof.messages();
    proof.checkCount(read, inferred.records());
    long bad = proof.problems.count(Severity.ERROR) + proof.problems.count(Severity.FATAL);
    if (bad * TOLERATED > read) {
      throw proof.withdrawn(bad + " of its values or records cannot be read by it");
    }
  }

  private void checkCount(long read, long expected) {
    if ((expected - read) * TOLERATED > expected) {
      throw withdrawn("only " + read + " of " + expected + " records can be read by it");
    }
  }

  private <T> long count(Kind<T> kind) throws IOException {
    long count = 0;
    try (RecordCursor<T> records = export.records(kind)) {
      while (records.advance()) {
        count++;
      }
    }
    return count;
  }

  private long messages() throws IOException {
    var keys = new KeySample();
    long count = 0;
    long unresolved = 0;
    try (RecordCursor<Message> messages = export.records(Kind.MESSAGE)) {
      while (messages.advance()) {
        Message message = messages.record();
        count++;
        unresolved += message.author() == null ? 1 : 0;
        keys.add(message.room().high() ^ Long.rotateLeft(message.room().low(), 17), message.id());
      }
    }
    if (unresolved * TOLERATED / 10 > count) {
      throw withdrawn(unresolved + " of " + count + " messages have no author by it");
    }
    if (keys.repeated() * TOLERATED > count) {
      throw withdrawn(
          "messages of a room have the same number %d times by it".formatted(keys.repeated()));
    }
    return count;
  }

  private UnsupportedArchiveException withdrawn(String why) {
    return new UnsupportedArchiveException(Problem.of(InferenceProblem.WITHDRAWN, where, why));
  }
}
