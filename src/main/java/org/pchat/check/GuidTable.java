package org.pchat.check;

import java.util.Arrays;
import org.pchat.model.Guid;

/**
 * Numbers GUIDs in the order in which they are added. 16 bytes for each and 8 to 16 for the places
 * in which they are looked up.
 */
final class GuidTable {
  private static final int NONE = -1;

  private long[] highs = new long[64];
  private long[] lows = new long[64];
  private int[] places = filled(128);
  private int size;

  private static int[] filled(int length) {
    int[] places = new int[length];
    Arrays.fill(places, NONE);
    return places;
  }

  int size() {
    return size;
  }

  /** Returns the number of {@code guid}, or -1. */
  int number(Guid guid) {
    return places[place(guid.high(), guid.low())];
  }

  boolean contains(Guid guid) {
    return number(guid) != NONE;
  }

  /** Adds a GUID, and returns whether it is new. */
  boolean add(Guid guid) {
    int place = place(guid.high(), guid.low());
    if (places[place] != NONE) {
      return false;
    }
    if (size == highs.length) {
      grow();
      place = place(guid.high(), guid.low());
    }
    highs[size] = guid.high();
    lows[size] = guid.low();
    places[place] = size++;
    return true;
  }

  /** Returns the place where this GUID stands or would stand. */
  private int place(long high, long low) {
    int place = slot(high, low);
    while (places[place] != NONE && (highs[places[place]] != high || lows[places[place]] != low)) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  /** Mixes all bits: GUIDs that are counted up differ in a few only. */
  private int slot(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 31)) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return (int) (mixed >>> 33) & (places.length - 1);
  }

  private void grow() {
    int length = highs.length * 2;
    highs = Arrays.copyOf(highs, length);
    lows = Arrays.copyOf(lows, length);
    places = filled(length * 2);
    for (int number = 0; number < size; number++) {
      places[place(highs[number], lows[number])] = number;
    }
  }
}
