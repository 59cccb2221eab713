package org.pchat.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.chunk.Hash;
import org.pchat.gate.Limits;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/** What tests of stores do again and again. */
final class StoreBench {
  static final Instant FIRST = Instant.parse("2026-01-01T06:00:00Z");

  private StoreBench() {}

  /** Saves an export as that of some day. */
  static Backup.Outcome backup(Store store, Path zip, int day) throws IOException {
    var options = ReadOptions.defaults();
    try (Export export = ExportReader.open(zip, options)) {
      var request =
          new BackupRequest(
              export,
              zip.toString(),
              FIRST.plus(Duration.ofDays(day)),
              List.of(),
              false,
              false,
              Limits.DEFAULT,
              null,
              FIRST.plus(Duration.ofDays(day)));
      return Backup.run(store, request, Watch.NONE);
    }
  }

  /** Returns the hash of each entry of an export, in order. */
  static Map<String, Hash> hashes(Path zip) throws IOException {
    try (Container container =
        Container.open(zip, org.pchat.zip.Limits.defaults(), ProblemLog.strict(), Watch.NONE)) {
      return hashes(container);
    }
  }

  /** Returns the hash of each entry of a snapshot, in order. */
  static Map<String, Hash> hashes(Store store, String id) throws IOException {
    try (Container container = new SnapshotName(store.folder(), id).container(Watch.NONE)) {
      return hashes(container);
    }
  }

  private static Map<String, Hash> hashes(Container container) throws IOException {
    Map<String, Hash> hashes = new LinkedHashMap<>();
    for (Entry entry : container.entries()) {
      try (InputStream in = container.open(entry)) {
        hashes.put(entry.name(), Hash.of(in.readAllBytes()));
      }
    }
    return hashes;
  }

  static Verification.Outcome verify(Store store) throws IOException {
    return Verification.run(store, Verification.Depth.FULL, Watch.NONE);
  }
}
