package org.pchat.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.chunk.ChunkStore;
import org.pchat.model.Guid;
import org.pchat.model.ReadOptions;
import org.pchat.model.Room;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Problem;

/** Looks through the snapshots of a store for a room, the latest first. */
public final class RoomSearch {
  private final Store store;
  private final Watch watch;

  /**
   * Where a room was found.
   *
   * @param snapshot the last snapshot that has it
   * @param room the room
   * @param messages how many messages it has there
   */
  public record Hit(Snapshot snapshot, Room room, long messages) {}

  private RoomSearch(Store store, Watch watch) {
    this.store = store;
    this.watch = watch;
  }

  /**
   * Returns the last snapshot that has more of a room than a later one has; nothing if none has the
   * room.
   *
   * @param wanted its name, in whatever case, or its GUID
   * @param more whether the latest snapshot is only asked how much of the room it has
   * @param passedOver takes what is wrong with snapshots that could not be searched
   */
  public static Optional<Hit> last(
      Store store, String wanted, boolean more, Watch watch, List<Problem> passedOver)
      throws IOException {
    return new RoomSearch(store, watch).last(wanted, more, passedOver);
  }

  private Optional<Hit> last(String wanted, boolean more, List<Problem> passedOver)
      throws IOException {
    List<Snapshot> all = store.snapshots(passedOver);
    Optional<Hit> least = Optional.empty();
    for (int i = all.size() - 1; i >= 0; i--) {
      watch.check();
      Optional<Hit> hit = Optional.empty();
      try {
        hit = in(all.get(i), wanted);
      } catch (ArchiveException unreadable) {
        passedOver.add(unreadable.problem());
      }
      boolean isLatest = more && i == all.size() - 1;
      if (hit.isPresent()) {
        if (!isLatest && (least.isEmpty() || hit.get().messages() > least.get().messages())) {
          return hit;
        }
        least = least.isEmpty() ? hit : least;
      }
    }
    return least;
  }

  private Optional<Hit> in(Snapshot snapshot, String wanted) throws IOException {
    var name = new SnapshotName(store.folder(), snapshot.id());
    try (Export export = ExportReader.open(name.container(watch), ReadOptions.defaults())) {
      Optional<Guid> guid = Guid.tryParse(wanted);
      for (Room room : export.structure().rooms()) {
        if (room.guid().equals(guid.orElse(null)) || room.name().equalsIgnoreCase(wanted)) {
          return Optional.of(new Hit(snapshot, room, messages(snapshot, room.guid())));
        }
      }
      return Optional.empty();
    }
  }

  private long messages(Snapshot snapshot, Guid room) throws IOException {
    try (ChunkStore chunks = store.chunks(watch)) {
      return store.entries(snapshot, chunks).stream()
          .mapToLong(entry -> entry.rooms().getOrDefault(room, 0L))
          .sum();
    }
  }
}
