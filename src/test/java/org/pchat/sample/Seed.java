package org.pchat.sample;

import java.util.List;
import org.pchat.model.Guid;

/**
 * A source of choices that are functions of the seed and of what is being chosen, never of what was
 * chosen before. So any record can be made without making those before it.
 *
 * @param value 64 well mixed bits (the finaliser of SplitMix64)
 */
record Seed(long value) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Returns the seed for the thing that {@code key} stands for. */
  Seed at(long key) {
    return new Seed(mix(value + GOLDEN * (key + 1)));
  }

  /** Returns the seed for the thing with this name. */
  Seed at(String name) {
    return at(name.hashCode());
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a number from 0 to {@code bound} - 1. */
  int below(int bound) {
    return (int) below((long) bound);
  }

  /** Returns a number from 0 to {@code bound} - 1. */
  long below(long bound) {
    return Long.remainderUnsigned(value, bound);
  }

  /** Returns true for one of {@code many} seeds. */
  boolean oneIn(int many) {
    return below(many) == 0;
  }

  <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /** Returns a random GUID: version 4, variant 1. */
  Guid guid() {
    return random(value, at("low").value);
  }

  /** Returns these bits as a GUID of version 4, variant 1. */
  static Guid random(long high, long low) {
    return new Guid((high & ~0xF000L) | 0x4000L, (low & ~(0b11L << 62)) | (0b10L << 62));
  }
}
