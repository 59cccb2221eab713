package org.pchat.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.ManifestProblem;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemCode;
import org.pchat.problem.ProblemLog;
import org.pchat.xml.SchemaChoice;
import org.pchat.zip.Entry;

/**
 * Keeps account of what of an export was checked. Each entry is held against the manifest by the
 * first walk that reads it to its end; what is found in a second walk was said before, so that goes
 * to no log.
 */
final class EntryChecks {
  private final ProblemLog problems;
  private final ProblemLog saidBefore = ProblemLog.tolerant(0);
  private final SchemaChoice schemas;
  private final Set<Visit> done = ConcurrentHashMap.newKeySet();

  /** A walk over the records of one kind in one entry; without a kind, the entry's damage. */
  private record Visit(String entry, @Nullable Kind<?> kind) {}

  EntryChecks(SchemaChoice schemas, ProblemLog problems) {
    this.schemas = schemas;
    this.problems = problems;
  }

  SchemaChoice schemas() {
    return schemas;
  }

  boolean isDone(Entry entry, Kind<?> kind) {
    return done.contains(new Visit(entry.name(), kind));
  }

  /** Notes that the entry cannot be read on; returns whether that is new. */
  boolean damaged(Entry entry) {
    return done.add(new Visit(entry.name(), null));
  }

  /** Notes that everything was said about the records of this kind. */
  void done(Entry entry, Kind<?> kind) {
    done.add(new Visit(entry.name(), kind));
  }

  /** Returns the log for a walk. */
  ProblemLog log(Entry entry, Kind<?> kind) {
    return isDone(entry, kind) ? saidBefore : problems;
  }

  /**
   * Holds an entry that was read to its end against its description.
   *
   * @param records how many records were met; null where none were looked for
   */
  void hold(
      MeasuredInput read, @Nullable Long records, Manifest.Described described, Location where) {
    if (records != null && records != described.records()) {
      add(ExportProblem.OTHER_COUNT, where, described.records(), records);
    } else if (read.bytes() != described.bytes()) {
      add(
          ManifestProblem.OTHER_CONTENT,
          where,
          "length",
          described.bytes() + " bytes",
          read.bytes());
    } else {
      String sha256 = read.sha256();
      if (!sha256.equals(described.sha256())) {
        add(ManifestProblem.OTHER_CONTENT, where, "SHA-256", described.sha256(), sha256);
      }
    }
  }

  /** Reads an entry that nobody looks into, so that damage is found. */
  void readThrough(InputStream in, Manifest.@Nullable Described described, Location where)
      throws IOException {
    try (var measured = new MeasuredInput(in)) {
      byte[] block = new byte[1 << 16];
      while (measured.read(block, 0, block.length) >= 0) {}
      if (described != null) {
        hold(measured, null, described, where);
      }
    }
  }

  private void add(ProblemCode code, Location where, Object... arguments) {
    problems.add(Problem.of(code, where, arguments));
  }
}
