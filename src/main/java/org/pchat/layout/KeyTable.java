package org.pchat.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/**
 * Records by one of their keys, packed: about 70 bytes each, so that 150,000 principals are no
 * matter. A key that two records share is marked.
 */
final class KeyTable {
  /** What {@link #put} found. */
  enum Outcome {
    /** The key is new. */
    NEW,
    /** The same record has it already. */
    SAME,
    /** Another record has it. */
    TAKEN
  }

  private int[] slots = new int[1 << 10];
  private long[] high = new long[256];
  private long[] low = new long[256];
  private int[] ends = new int[257];
  private byte[] keys = new byte[1 << 13];
  private int size;

  /** Notes that {@code key} stands for a record, unless it stands for one already. */
  Outcome put(String key, Guid guid) {
    byte[] bytes = bytes(key);
    int slot = slot(bytes);
    int known = slots[slot] - 1;
    if (known >= 0) {
      return high[known] == guid.high() && low[known] == guid.low() ? Outcome.SAME : Outcome.TAKEN;
    }
    append(bytes, guid);
    slots[slot] = size;
    if (size * 2 > slots.length) {
      rehash();
    }
    return Outcome.NEW;
  }

  /** Returns the record that {@code key} stands for, or null. */
  @Nullable Guid get(String key) {
    int known = slots[slot(bytes(key))] - 1;
    return known < 0 ? null : new Guid(high[known], low[known]);
  }

  /** Returns how many keys there are. */
  int size() {
    return size;
  }

  private static byte[] bytes(String key) {
    // Lone surrogates become the same question mark; XML holds none.
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private void append(byte[] bytes, Guid guid) {
    if (size == high.length) {
      high = Arrays.copyOf(high, size * 2);
      low = Arrays.copyOf(low, size * 2);
      ends = Arrays.copyOf(ends, size * 2 + 1);
    }
    int end = Math.addExact(ends[size], bytes.length);
    if (end > keys.length) {
      keys = Arrays.copyOf(keys, (int) Math.min(Math.max(end, keys.length * 2L), 1 << 30));
    }
    System.arraycopy(bytes, 0, keys, ends[size], bytes.length);
    high[size] = guid.high();
    low[size] = guid.low();
    ends[++size] = end;
  }

  private void rehash() {
    int[] old = slots;
    slots = new int[old.length * 2];
    for (int number : old) {
      if (number > 0) {
        slots[slot(Arrays.copyOfRange(keys, ends[number - 1], ends[number]))] = number;
      }
    }
  }

  /** Returns the slot of a key, or the free one where it belongs. */
  private int slot(byte[] key) {
    int mask = slots.length - 1;
    int hash = Arrays.hashCode(key) * 0x9E3779B9;
    for (int slot = (hash >>> 7) & mask; ; slot = slot + 1 & mask) {
      int known = slots[slot] - 1;
      if (known < 0 || Arrays.equals(keys, ends[known], ends[known + 1], key, 0, key.length)) {
        return slot;
      }
    }
  }
}
