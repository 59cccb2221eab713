package org.pchat.database;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages that a room had before an import: their numbers and a hash of each.
 *
 * <p><b>Memory.</b> 17 bytes a message of one room, and more only where messages are numbered anew.
 */
final class RoomContent {
  /** A room that is new. */
  static final RoomContent NONE = new RoomContent(new long[0], new long[0]);

  private final long[] ids;
  private final long[] hashes;
  private final boolean[] seen;
  private @Nullable Map<Long, Integer> unseenHashes;

  private RoomContent(long[] ids, long[] hashes) {
    this.ids = ids;
    this.hashes = hashes;
    this.seen = new boolean[ids.length];
  }

  static RoomContent read(EmbeddedPool pool, int room) throws SQLException, IOException {
    long[] ids = new long[64];
    long[] hashes = new long[64];
    int size = 0;
    try (PreparedStatement select = pool.connection().prepareStatement(Select.MESSAGES.text())) {
      select.setInt(1, room);
      select.setLong(2, Long.MAX_VALUE);
      try (ResultSet rows = select.executeQuery()) {
        var row = new JdbcRow(rows, pool.dialect());
        while (rows.next()) {
          if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
          }
          ids[size] = row.big(1);
          hashes[size++] =
              hash(row.big(2), row.number(3), row.bit(4), row.text(5), row.maybeText(6));
        }
      }
    }
    return new RoomContent(Arrays.copyOf(ids, size), Arrays.copyOf(hashes, size));
  }

  /** Returns 64 bits that differ for different messages, by all chance. */
  static long hash(long sent, int author, boolean alert, String text, @Nullable String rtf) {
    long hash = mix(mix(mix(17, sent), author), alert ? 1 : 0);
    hash = mix(hash, text);
    return rtf == null ? mix(hash, -1) : mix(mix(hash, 1), rtf);
  }

  private static long mix(long hash, String text) {
    long mixed = mix(hash, text.length());
    for (int i = 0; i < text.length(); i++) {
      mixed = mix(mixed, text.charAt(i));
    }
    return mixed;
  }

  /** The multiplier and shifts of SplitMix64. */
  private static long mix(long hash, long value) {
    long z = (hash ^ value) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Returns whether the number was given, and notes that the package has it too. */
  boolean has(long id) {
    int at = Arrays.binarySearch(ids, id);
    if (at >= 0) {
      seen[at] = true;
    }
    return at >= 0;
  }

  /** Returns whether the message of this number has this hash. */
  boolean isSame(long id, long hash) {
    int at = Arrays.binarySearch(ids, id);
    return at >= 0 && hashes[at] == hash;
  }

  /** Returns whether there is such a message that was not asked for yet, whatever its number. */
  boolean takeSame(long hash) {
    if (unseenHashes == null) {
      unseenHashes = new HashMap<>();
      for (long each : hashes) {
        unseenHashes.merge(each, 1, Integer::sum);
      }
    }
    Integer left = unseenHashes.get(hash);
    if (left == null || left == 0) {
      return false;
    }
    unseenHashes.put(hash, left - 1);
    return true;
  }

  /** Returns the numbers that {@link #has} was not asked for. */
  long[] unseen() {
    return java.util.stream.IntStream.range(0, ids.length)
        .filter(i -> !seen[i])
        .mapToLong(i -> ids[i])
        .toArray();
  }

  /** Returns the highest number; 0 without messages. */
  long last() {
    return ids.length == 0 ? 0 : ids[ids.length - 1];
  }
}
