package org.pchat.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pchat.chunk.Hash;

/**
 * A snapshot in a store: the facts of its file, which never changes, and its marks.
 *
 * @param id the beginning of the hash of its file
 * @param time when the pool was in that state
 * @param saved when it was saved
 * @param source what it was read from
 * @param layout the name of its layout
 * @param tags what the user calls it
 * @param suspicions why it is suspect; empty if it is not
 * @param counts how many records of each kind it has, by the plural of the kind
 * @param errors how many errors reading it met
 * @param bytes how many bytes its entries have together
 * @param entries the chunks of its list of entries
 * @param accepted whether the user found it good
 * @param pinned whether it is kept whatever a policy says
 */
public record Snapshot(
    String id,
    Instant time,
    Instant saved,
    String source,
    String layout,
    List<String> tags,
    List<String> suspicions,
    Map<String, Long> counts,
    long errors,
    long bytes,
    List<Hash> entries,
    boolean accepted,
    boolean pinned) {
  /** By the time of their state; of two of one time the one that was saved later comes later. */
  static final Comparator<Snapshot> ORDER =
      Comparator.comparing(Snapshot::time).thenComparing(Snapshot::saved);

  /** Returns whether the shrink gate closed for it and nobody has accepted it yet. */
  public boolean suspect() {
    return !suspicions.isEmpty() && !accepted;
  }

  Snapshot marked(boolean nowAccepted, boolean nowPinned) {
    return new Snapshot(
        id,
        time,
        saved,
        source,
        layout,
        tags,
        suspicions,
        counts,
        errors,
        bytes,
        entries,
        nowAccepted,
        nowPinned);
  }
}
