package org.pchat.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.pchat.chunk.ChunkStore;

/** Which chunks a snapshot needs. */
final class Reach {
  private Reach() {}

  /**
   * Returns the numbers of all chunks that a snapshot needs, with those that they build upon.
   *
   * @throws org.pchat.problem.MalformedArchiveException if its list of entries is damaged
   */
  static BitSet of(Store store, Snapshot snapshot, ChunkStore chunks) throws IOException {
    var needed = new BitSet();
    snapshot.entries().forEach(hash -> needed.set(chunks.number(hash)));
    for (StoredEntry entry : store.entries(snapshot, chunks)) {
      Arrays.stream(entry.chunks()).forEach(needed::set);
    }
    chunks.addBases(needed);
    return needed;
  }

  /** Returns whether chunks are missing. */
  static boolean lacks(BitSet needed, ChunkStore chunks) {
    return needed.stream().anyMatch(number -> !chunks.has(number));
  }
}
