package org.pchat.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.chunk.ChunkStore;
import org.pchat.gate.Census;
import org.pchat.gate.Extent;
import org.pchat.gate.Purge;
import org.pchat.gate.RoomCount;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;

/** Counts what snapshots hold, from their lists of entries; only for a purge messages are read. */
final class Counting {
  private final Store store;
  private final ChunkStore chunks;
  private final @Nullable Purge purge;
  private final Watch watch;

  Counting(Store store, ChunkStore chunks, @Nullable Purge purge, Watch watch) {
    this.store = store;
    this.chunks = chunks;
    this.purge = purge;
    this.watch = watch;
  }

  /** Counts a snapshot of the store. */
  Census of(Snapshot snapshot) throws IOException {
    List<StoredEntry> entries = store.entries(snapshot, chunks);
    var container =
        new SnapshotContainer(
            Path.of(store.folder() + "@" + snapshot.id()), chunks, entries, () -> {});
    var options = new ReadOptions(ProblemLog.tolerant(), watch, null, null, 0);
    try (Export export = ExportReader.open(container, options)) {
      return of(entries, export, snapshot.errors());
    }
  }

  /**
   * Counts entries.
   *
   * @param export the same as an export
   * @param errors how many errors reading it met
   */
  Census of(List<StoredEntry> entries, Export export, long errors) throws IOException {
    Map<Guid, Long> messages = purge == null ? messages(entries) : spared(export, purge);
    List<RoomCount> rooms = new ArrayList<>();
    for (Room room : export.structure().rooms()) {
      Long count = messages.remove(room.guid());
      rooms.add(new RoomCount(room.guid(), room.name(), count == null ? 0 : count));
    }
    messages.forEach((room, count) -> rooms.add(new RoomCount(room, room.toString(), count)));
    return new Census(
        Extent.of(export.coverage()),
        rooms,
        export.structure().categories().size(),
        sum(entries, Kind.PRINCIPAL),
        sum(entries, Kind.ROLE) + sum(entries, Kind.SCOPE),
        errors);
  }

  private static long sum(List<StoredEntry> entries, Kind<?> kind) {
    return entries.stream().mapToLong(e -> e.counts().getOrDefault(kind.plural(), 0L)).sum();
  }

  private static Map<Guid, Long> messages(List<StoredEntry> entries) {
    Map<Guid, Long> messages = new HashMap<>();
    entries.forEach(e -> e.rooms().forEach((room, n) -> messages.merge(room, n, Long::sum)));
    return messages;
  }

  private static Map<Guid, Long> spared(Export export, Purge purge) throws IOException {
    Map<Guid, Long> messages = new HashMap<>();
    try (RecordCursor<Message> all = export.records(Kind.MESSAGE)) {
      while (all.advance()) {
        if (purge.spares(all.record().sent())) {
          messages.merge(all.record().room(), 1L, Long::sum);
        }
      }
    }
    return messages;
  }
}
