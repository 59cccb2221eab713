package org.pchat.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.pchat.chunk.ChunkStore;
import org.pchat.chunk.Sweep;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.RefusedException;
import org.pchat.problem.StoreProblem;

/** Removes snapshots, and the chunks that no other needs. */
public final class Removal {
  private Removal() {}

  /**
   * What a removal came to.
   *
   * @param removed how many snapshots are gone
   * @param freed by how many bytes the store has shrunk
   * @param unused how many bytes stay though nobody needs them, because the disk is full
   * @param failure why; empty if nothing stays
   */
  public record Outcome(int removed, long freed, long unused, String failure) {}

  /** Decides, under the lock, which snapshots go. */
  public interface Decision {
    /** Returns the ids of those among {@code snapshots}, ordered by time, that are removed. */
    Set<String> remove(List<Snapshot> snapshots);
  }

  /**
   * Removes snapshots. Those that stay are checked before the first one goes; what is removed is
   * first the file of a snapshot, which is what makes it one, and then its chunks.
   *
   * @throws RefusedException if none would be left
   * @throws ArchiveException if one that stays is damaged; then nothing was removed
   * @throws StoreException.Locked if somebody else writes to the store
   */
  @SuppressWarnings("try") // holding the lock is all that it is for
  public static Outcome run(Store store, Decision decision, Watch watch) throws IOException {
    try (StoreLock lock = store.lock("forget");
        ChunkStore chunks = store.chunks(watch)) {
      List<Problem> damaged = new ArrayList<>();
      List<Snapshot> all = store.snapshots(damaged);
      requireSound(damaged);
      requireSound(chunks.problems());
      Set<String> gone = decision.remove(all);
      List<Snapshot> kept = all.stream().filter(s -> !gone.contains(s.id())).toList();
      if (kept.isEmpty() && !all.isEmpty()) {
        throw new RefusedException(
            Problem.of(StoreProblem.NOTHING_KEPT, Location.of(store.folder().toString())));
      }
      BitSet live = live(store, kept, chunks);
      for (Snapshot snapshot : all) {
        if (gone.contains(snapshot.id())) {
          store.remove(snapshot.id());
        }
      }
      store.force();
      Sweep.Outcome swept = Sweep.run(chunks, live);
      return new Outcome(all.size() - kept.size(), swept.freed(), swept.unused(), swept.failure());
    }
  }

  /** In a damaged store nobody can say what is needed. */
  private static void requireSound(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new MalformedArchiveException(problems.get(0));
    }
  }

  private static BitSet live(Store store, List<Snapshot> kept, ChunkStore chunks)
      throws IOException {
    var live = new BitSet();
    for (Snapshot snapshot : kept) {
      BitSet needed = Reach.of(store, snapshot, chunks);
      if (Reach.lacks(needed, chunks)) {
        throw new MalformedArchiveException(
            store.damaged(snapshot.id(), "chunks that it needs are missing"));
      }
      live.or(needed);
    }
    return live;
  }
}
