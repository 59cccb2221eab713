package org.pchat.infer;

import java.util.Arrays;

/**
 * The different values of a column, or a fair sample of them: a set of 64-bit hashes in bounded
 * memory.
 *
 * <p>When it is full it keeps only the hashes with one more trailing zero bit (adaptive sampling,
 * Wegman). Two sets that were sampled differently are compared on what both would have kept, so an
 * inclusion is tested over the whole archive at any size.
 */
final class ValueSet {
  /** Room for the principals of the largest published pool without sampling. */
  static final int CAPACITY = 1 << 18;

  private final int capacity;
  private long[] slots = new long[32];
  private int size;
  private int level;
  private boolean zero;

  ValueSet(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds a hash.
   *
   * @return whether it is new among those kept; false also for one that the sample leaves out
   */
  boolean add(long hash) {
    if (!keeps(hash)) {
      return false;
    }
    if (hash == 0) {
      boolean isNew = !zero;
      zero = true;
      return isNew;
    }
    int slot = find(hash);
    if (slots[slot] == hash) {
      return false;
    }
    slots[slot] = hash;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  /** Returns whether a hash belongs to the sample. */
  boolean keeps(long hash) {
    return (hash & ((1L << level) - 1)) == 0;
  }

  boolean contains(long hash) {
    return hash == 0 ? zero : slots[find(hash)] == hash;
  }

  private int find(long hash) {
    int mask = slots.length - 1;
    int slot = (int) (hash >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    if (size >= capacity) {
      level++;
    } else {
      slots = new long[old.length * 2];
    }
    refill(old);
  }

  private void refill(long[] old) {
    if (slots == old) {
      old = old.clone();
      Arrays.fill(slots, 0);
    }
    size = 0;
    for (long hash : old) {
      if (hash != 0 && keeps(hash)) {
        slots[find(hash)] = hash;
        size++;
      }
    }
  }

  /** Returns how many different values there are: exactly, or estimated where sampled. */
  long distinct() {
    return (long) (size + (zero ? 1 : 0)) << level;
  }

  /** Returns whether every value is kept. */
  boolean isExact() {
    return level == 0;
  }

  /** Returns the share of the values of this set that the other holds too, 0 to 1. */
  double shareIn(ValueSet other) {
    int common = Math.max(level, other.level);
    long mask = (1L << common) - 1;
    long tested = zero ? 1 : 0;
    long found = zero && other.zero ? 1 : 0;
    for (long hash : slots) {
      if (hash != 0 && (hash & mask) == 0) {
        tested++;
        found += other.contains(hash) ? 1 : 0;
      }
    }
    return tested == 0 ? 0 : (double) found / tested;
  }

  /** Returns the hash of a text. */
  static long hash(CharSequence text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** Spreads the bits of a number (the finaliser of MurmurHash3). */
  static long mix(long number) {
    long hash = number;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
