package org.pchat.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.chunk.ChunkStore;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.StoreProblem;
import org.pchat.zip.Container;

/**
 * The name of a snapshot: {@code DIR@ID}, {@code DIR@latest}, {@code DIR@latest~2}, {@code
 * DIR@2026-05-03}; a date means the last snapshot before that day ends (UTC).
 *
 * @param folder the store
 * @param selector what stands behind the sign
 */
public record SnapshotName(Path folder, String selector) {
  private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,6}))?");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{4,16}");

  /** Returns what {@code name} stands for, if there is a store before its last {@code @}. */
  public static Optional<SnapshotName> parse(String name) {
    int at = name.lastIndexOf('@');
    if (at <= 0 || at == name.length() - 1 || Files.exists(Path.of(name))) {
      return Optional.empty();
    }
    Path folder = Path.of(name.substring(0, at));
    return Store.is(folder)
        ? Optional.of(new SnapshotName(folder, name.substring(at + 1)))
        : Optional.empty();
  }

  /** Opens the snapshot as an export; the caller closes it. */
  public Export open(ReadOptions options) throws IOException {
    Container container = container(options.watch());
    boolean opened = false;
    try {
      Export export = ExportReader.open(container, options);
      opened = true;
      return export;
    } finally {
      if (!opened) {
        container.close();
      }
    }
  }

  /** Opens the entries of the snapshot; the caller closes them. */
  public Container container(Watch watch) throws IOException {
    Store store = Store.open(folder);
    Snapshot snapshot = find(store);
    return container(store, snapshot, watch);
  }

  static Container container(Store store, Snapshot snapshot, Watch watch) throws IOException {
    ChunkStore chunks = store.chunks(watch);
    boolean opened = false;
    try {
      List<StoredEntry> entries = store.entries(snapshot, chunks);
      opened = true;
      return new SnapshotContainer(
          Path.of(store.folder() + "@" + snapshot.id()), chunks, entries, chunks);
    } finally {
      if (!opened) {
        chunks.close();
      }
    }
  }

  /**
   * Returns the snapshot that is meant.
   *
   * @throws StoreException.NoSnapshot if there is none, or several
   */
  public Snapshot find(Store store) throws IOException {
    List<Problem> damaged = new ArrayList<>();
    List<Snapshot> all = store.snapshots(damaged);
    Matcher latest = LATEST.matcher(selector);
    if (latest.matches()) {
      int back = latest.group(1) == null ? 0 : Integer.parseInt(latest.group(1));
      if (back < all.size()) {
        return all.get(all.size() - 1 - back);
      }
      throw none(StoreProblem.NO_SNAPSHOT);
    }
    Optional<Instant> until = until();
    if (until.isPresent()) {
      return all.stream()
          .filter(snapshot -> snapshot.time().isBefore(until.get()))
          .reduce((earlier, later) -> later)
          .orElseThrow(() -> none(StoreProblem.NO_SNAPSHOT));
    }
    return byId(all);
  }

  private Snapshot byId(List<Snapshot> all) {
    List<Snapshot> hits =
        ID.matcher(selector).matches()
            ? all.stream().filter(snapshot -> snapshot.id().startsWith(selector)).toList()
            : List.of();
    if (hits.size() == 1) {
      return hits.get(0);
    }
    throw none(hits.isEmpty() ? StoreProblem.NO_SNAPSHOT : StoreProblem.SEVERAL_SNAPSHOTS);
  }

  private StoreException.NoSnapshot none(StoreProblem code) {
    return new StoreException.NoSnapshot(
        Problem.of(code, Location.of(folder.toString()), selector));
  }

  private Optional<Instant> until() {
    try {
      return Optional.of(
          LocalDate.parse(selector).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException noDate) {
      return time();
    }
  }

  private Optional<Instant> time() {
    try {
      return Optional.of(
          (selector.endsWith("Z")
                  ? Instant.parse(selector)
                  : LocalDateTime.parse(selector).toInstant(ZoneOffset.UTC))
              .plusNanos(1));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
