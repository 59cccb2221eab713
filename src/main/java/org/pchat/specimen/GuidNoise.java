package org.pchat.specimen;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.pchat.model.Guid;

/**
 * Noise for GUIDs. Those of the archive are gathered first; then each gets a random one, so that
 * they stand in the same order as before: an export that is sorted by them stays sorted.
 *
 * <p>Beyond a million different ones the order is given up and no table is kept: they are shuffled
 * by the key alone.
 */
final class GuidNoise {
  private static final int MOST = 1 << 20;
  private static final int FEW = 20_000;
  private static final int VERY_FEW = 1_000;
  private static final int GROUP = 4;
  private static final int MOST_DRAWS = 128;
  private static final Pattern GROUPS = Pattern.compile("-");

  private final NoiseKey key;
  private final Set<String> groups = new HashSet<>();
  private Guid[] table = new Guid[1 << 10];
  private int count;
  private boolean overflowed;
  private Guid[] sorted = {};
  private Guid[] noise = {};

  GuidNoise(NoiseKey key) {
    this.key = key;
  }

  /** Notes a GUID of the archive. */
  void gather(Guid guid) {
    if (overflowed) {
      return;
    }
    int at = find(guid);
    if (table[at] == null) {
      table[at] = guid;
      count++;
      if (count > MOST) {
        overflowed = true;
        table = new Guid[1];
      } else if (count * 2 > table.length) {
        grow();
      }
    }
  }

  @SuppressWarnings("NullAway") // an array of places that may be empty
  private void grow() {
    Guid[] old = table;
    table = new Guid[old.length * 2];
    for (Guid guid : old) {
      if (guid != null) {
        table[find(guid)] = guid;
      }
    }
  }

  private int find(Guid guid) {
    int at = ((guid.hashCode() * 0x9E3779B9) >>> 8) & (table.length - 1);
    while (table[at] != null && !table[at].equals(guid)) {
      at = at + 1 & table.length - 1;
    }
    return at;
  }

  /** Ends the gathering; {@code original} is what the noise must not show. */
  void settle(TokenFilter original) {
    if (overflowed) {
      return;
    }
    sorted = Arrays.stream(table).filter(guid -> guid != null).sorted().toArray(Guid[]::new);
    table = new Guid[1];
    gatherGroups();
    noise = new Guid[sorted.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = draw(i, original);
    }
    Arrays.sort(noise);
  }

  private Guid draw(int number, TokenFilter original) {
    Guid drawn = guid("guid 0", number);
    for (int i = 1;
        i < MOST_DRAWS && shows(drawn, original, i < MOST_DRAWS / 2 && sorted.length <= VERY_FEW);
        i++) {
      drawn = guid("guid " + i, number);
    }
    return drawn;
  }

  private Guid guid(String use, int number) {
    var bytes = ByteBuffer.wrap(key.bytes(use, Integer.toString(number)));
    return new Guid(bytes.getLong(), bytes.getLong());
  }

  /** Where there are few GUIDs, not even a group of digits of one is seen again. */
  private boolean shows(Guid drawn, TokenFilter original, boolean within) {
    for (String group : GROUPS.split(drawn.toString(), -1)) {
      if (original.mayHaveWithin(group) || groups.contains(group)) {
        return true;
      }
      for (int i = 0; within && i + GROUP <= group.length(); i++) {
        if (groups.contains(group.substring(i, i + GROUP))) {
          return true;
        }
      }
    }
    return Arrays.binarySearch(sorted, drawn) >= 0;
  }

  private void gatherGroups() {
    for (Guid guid : sorted.length <= FEW ? sorted : new Guid[0]) {
      GROUPS.splitAsStream(guid.toString()).forEach(groups::add);
    }
  }

  /** Returns how many there are, or at least a million. */
  int count() {
    return count;
  }

  /** Returns whether a GUID is one of the archive, as far as they are known. */
  boolean has(Guid guid) {
    return Arrays.binarySearch(sorted, guid) >= 0;
  }

  /** Returns the noise of a GUID, the same wherever it stands. */
  Guid of(Guid guid) {
    int at = Arrays.binarySearch(sorted, guid);
    return at >= 0 ? noise[at] : shuffled(guid);
  }

  private Guid shuffled(Guid guid) {
    long high = guid.high();
    long low = guid.low();
    for (int round = 0; round < 4; round += 2) {
      low ^= key.number("guid " + round, Long.toHexString(high));
      high ^= key.number("guid " + (round + 1), Long.toHexString(low));
    }
    return new Guid(high, low);
  }
}
