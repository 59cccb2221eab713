package org.pchat.tape;

import java.util.Arrays;

/** Where the chunks of a compressed backup stand, packed. */
final class ChunkList {
  private long[] starts = new long[64];
  private long[] positions = new long[64];
  private int[] stored = new int[64];
  private int count;
  private long length;

  /**
   * Adds a chunk behind the others.
   *
   * @param position where its bytes stand in the file
   * @param storedLength how many they are
   * @param plainLength how many they become; the same for a block that is not compressed
   */
  void add(long position, int storedLength, int plainLength, boolean compressed) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      positions = Arrays.copyOf(positions, count * 2);
      stored = Arrays.copyOf(stored, count * 2);
    }
    starts[count] = length;
    positions[count] = position;
    stored[count] = compressed ? storedLength : -storedLength;
    count++;
    length += plainLength;
  }

  /** Returns how many bytes all chunks become. */
  long length() {
    return length;
  }

  /** Returns the number of the chunk in which a byte of the inflated file is. */
  int at(long place) {
    int found = Arrays.binarySearch(starts, 0, count, place);
    return found >= 0 ? found : -found - 2;
  }

  /** Returns where a chunk begins in the inflated file. */
  long start(int number) {
    return starts[number];
  }

  /** Returns where a chunk's bytes stand in the compressed file. */
  long position(int number) {
    return positions[number];
  }

  /** Returns how many these are. */
  int storedLength(int number) {
    return Math.abs(stored[number]);
  }

  /** Returns whether they are compressed. */
  boolean compressed(int number) {
    return stored[number] > 0;
  }

  /** Returns how many bytes a chunk becomes. */
  int length(int number) {
    long end = number + 1 < count ? starts[number + 1] : length;
    return Math.toIntExact(end - starts[number]);
  }
}
