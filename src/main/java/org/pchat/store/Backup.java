package org.pchat.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.Export;
import org.pchat.chunk.ChunkStore;
import org.pchat.chunk.ChunkWriter;
import org.pchat.chunk.Hash;
import org.pchat.gate.Census;
import org.pchat.gate.Gate;
import org.pchat.gate.Judgement;
import org.pchat.model.Ticks;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.Severity;
import org.pchat.problem.StoreProblem;
import org.pchat.zip.Entry;

/** Saves a source as a snapshot. */
public final class Backup {
  private final Store store;
  private final BackupRequest request;
  private final Watch watch;
  private final Map<String, StoredEntry> before = new HashMap<>();
  private final List<StoredEntry> entries = new ArrayList<>();
  private final List<StoredEntry> read = new ArrayList<>();

  /**
   * What a backup came to.
   *
   * @param snapshot what was saved
   * @param entries how many entries it has
   * @param unchanged how many of them were known and not read again
   * @param added by how many bytes the store has grown
   */
  public record Outcome(Snapshot snapshot, int entries, int unchanged, long added) {}

  private Backup(Store store, BackupRequest request, Watch watch) {
    this.store = store;
    this.request = request;
    this.watch = watch;
  }

  /**
   * Saves a source. Until the last moment the store has what it had before; then it has the
   * snapshot, too.
   *
   * @throws ArchiveException if the source is damaged; then nothing was saved
   * @throws StoreException.Locked if somebody else writes to the store
   */
  @SuppressWarnings("try") // holding the lock is all that it is for
  public static Outcome run(Store store, BackupRequest request, Watch watch) throws IOException {
    try (StoreLock lock = store.lock("backup of " + request.source());
        ChunkStore chunks = store.chunks(watch)) {
      return new Backup(store, request, watch).run(chunks);
    }
  }

  private Outcome run(ChunkStore chunks) throws IOException {
    List<Problem> damaged = new ArrayList<>();
    List<Snapshot> all = store.snapshots(damaged);
    int[] listBefore = recall(all, chunks);
    long added;
    int[] list;
    try (ChunkWriter writer = chunks.writer()) {
      var saving = new EntrySaving(request.export(), chunks, writer);
      saveAll(saving);
      list = saving.saveLines(lines(chunks), listBefore);
      writer.finish();
      added = writer.added();
    }
    prove(chunks);
    Snapshot saved = publish(list, chunks, judge(all, chunks));
    // Told last: they are no errors of the source.
    damaged.forEach(request.export().problems()::add);
    return new Outcome(saved, entries.size(), entries.size() - read.size(), added);
  }

  /** Learns what the snapshot before is made of, and returns the chunks of its list. */
  private int[] recall(List<Snapshot> all, ChunkStore chunks) throws IOException {
    if (all.isEmpty()) {
      return new int[0];
    }
    Snapshot last = all.get(all.size() - 1);
    try {
      store.entries(last, chunks).forEach(entry -> before.put(entry.name(), entry));
      return last.entries().stream().mapToInt(chunks::number).toArray();
    } catch (ArchiveException damaged) {
      before.clear(); // Everything is read then, which is what a damaged store needs.
      return new int[0];
    }
  }

  private void saveAll(EntrySaving saving) throws IOException {
    for (Entry entry : request.export().container().entries()) {
      watch.check();
      StoredEntry known = before.get(entry.name());
      if (known != null && isKnown(entry, known, saving)) {
        entries.add(known);
      } else {
        StoredEntry stored = saving.save(entry, known);
        entries.add(stored);
        read.add(stored);
      }
    }
  }

  /** The manifest alone is a claim; with the container's own CRC-32 and length it is believed. */
  private boolean isKnown(Entry entry, StoredEntry known, EntrySaving saving) {
    Export export = request.export();
    return !request.thorough()
        && known.faults() == 0
        && entry.size() == known.size()
        && entry.crc32().isPresent()
        && entry.crc32().getAsLong() == known.crc()
        && export.statedHash(entry).filter(known.hash().toString()::equals).isPresent()
        && saving.isThere(known);
  }

  private Iterable<String> lines(ChunkStore chunks) {
    return () -> {
      Stream<String> lines =
          entries.stream().flatMap(entry -> EntryList.lines(entry, chunks).stream());
      Iterator<String> iterator = lines.iterator();
      return iterator;
    };
  }

  /** Reads back what was read; the writer is never believed. */
  private void prove(ChunkStore chunks) throws IOException {
    byte[] block = new byte[1 << 16];
    for (StoredEntry entry : read) {
      MessageDigest digest = Hash.digest();
      try (InputStream in = new ChunkStream(chunks, entry.chunks())) {
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
          digest.update(block, 0, length);
        }
      } catch (ArchiveException damaged) {
        throw new IOException(
            store.folder() + ": what reached the disk of " + entry.name() + " is damaged", damaged);
      }
      if (!Hash.end(digest).equals(entry.hash())) {
        throw new IOException(
            store.folder() + ": what reached the disk of " + entry.name() + " differs");
      }
    }
  }

  /** Holds what was read against the last good snapshot of a time before. */
  private Judgement judge(List<Snapshot> all, ChunkStore chunks) throws IOException {
    Instant time = time(stated());
    Optional<Snapshot> lastGood =
        all.stream()
            .filter(snapshot -> !snapshot.suspect() && !snapshot.time().isAfter(time))
            .reduce((earlier, later) -> later);
    var counting = new Counting(store, chunks, request.purge(), watch);
    Census before = lastGood.isEmpty() ? null : counting.of(lastGood.get());
    Census now = counting.of(entries, request.export(), errors());
    return new Gate(request.limits()).judge(before, now, Location.of(request.source()));
  }

  private long errors() {
    long known = entries.stream().mapToLong(StoredEntry::faults).sum();
    return Math.max(known, request.export().problems().count(Severity.ERROR));
  }

  private Snapshot publish(int[] list, ChunkStore chunks, Judgement judgement) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    long bytes = 0;
    for (StoredEntry entry : entries) {
      entry.counts().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
      bytes += entry.size();
    }
    List<Hash> hashes = new ArrayList<>();
    for (int number : list) {
      hashes.add(chunks.hash(number));
    }
    var snapshot =
        new Snapshot(
            "",
            time(stated()),
            request.now(),
            request.source(),
            request.export().layout().name(),
            request.tags(),
            judgement.isSuspect()
                ? judgement.findings().stream().map(Problem::message).toList()
                : List.of(),
            counts,
            errors(),
            bytes,
            hashes,
            false,
            false);
    Snapshot saved = store.publish(snapshot);
    if (request.pin()) {
      store.mark(Store.Mark.PINNED, saved.id(), true);
    }
    return saved.marked(false, request.pin());
  }

  private @Nullable Instant stated() {
    Ticks stated = request.export().coverage().snapshotTime();
    return stated == null || !stated.hasIso() ? null : stated.toInstant();
  }

  /** A source that claims to be from the future would stay the latest for ever. */
  private Instant time(@Nullable Instant stated) {
    if (request.time() != null) {
      return request.time();
    }
    if (stated == null) {
      return request.now();
    }
    if (stated.isAfter(request.now())) {
      request
          .export()
          .problems()
          .add(Problem.of(StoreProblem.FUTURE, Location.of(request.source()), stated));
      return request.now();
    }
    return stated;
  }
}
