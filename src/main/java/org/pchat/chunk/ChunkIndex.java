package org.pchat.chunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each chunk lies, by number. 60 bytes a chunk, so that a million of them, which is a pool of
 * 60 GB, fit in the memory of every job.
 *
 * <p>A chunk that others speak of and nobody has yet has a number, too; its {@link #frame} is -1.
 */
final class ChunkIndex {
  private static final int FIRST = 1 << 10;
  static final int ABSENT = -1;

  private int chunks;
  private long[] hashes = new long[4 * FIRST];
  private int[] frameOf = new int[FIRST];
  private int[] offsetOf = new int[FIRST];
  private int[] lengthOf = new int[FIRST];
  private int[] table = filled(4 * FIRST);

  private int frames;
  private int[] segmentOf = new int[FIRST];
  private long[] placeOf = new long[FIRST];
  private int[] storedOf = new int[FIRST];
  private int[] rawOf = new int[FIRST];
  private int[] baseOf = new int[FIRST];

  private final List<Spare> spares = new ArrayList<>();

  /** A place of a chunk in a frame. */
  record Spare(int number, int frame, int offset, int length) {}

  /** Where a frame lies. */
  record Frame(int segment, long place, int stored, int raw, int base) {}

  private static int[] filled(int length) {
    var filled = new int[length];
    Arrays.fill(filled, ABSENT);
    return filled;
  }

  /** Returns the number of a chunk, which is given to it if it has none. */
  int number(Hash hash) {
    int slot = slot(hash);
    if (table[slot] != ABSENT) {
      return table[slot];
    }
    if (chunks == frameOf.length) {
      growChunks();
      slot = slot(hash);
    }
    int number = chunks++;
    hashes[4 * number] = hash.a();
    hashes[4 * number + 1] = hash.b();
    hashes[4 * number + 2] = hash.c();
    hashes[4 * number + 3] = hash.d();
    frameOf[number] = ABSENT;
    table[slot] = number;
    return number;
  }

  /** Returns the number of a chunk; {@link #ABSENT} if nobody ever spoke of it. */
  int find(Hash hash) {
    return table[slot(hash)];
  }

  private int slot(Hash hash) {
    int mask = table.length - 1;
    int slot = (int) (hash.a() >>> 32) & mask;
    while (table[slot] != ABSENT && !isHash(table[slot], hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isHash(int number, Hash hash) {
    return hashes[4 * number] == hash.a()
        && hashes[4 * number + 1] == hash.b()
        && hashes[4 * number + 2] == hash.c()
        && hashes[4 * number + 3] == hash.d();
  }

  private void growChunks() {
    int length = 2 * frameOf.length;
    hashes = Arrays.copyOf(hashes, 4 * length);
    frameOf = Arrays.copyOf(frameOf, length);
    offsetOf = Arrays.copyOf(offsetOf, length);
    lengthOf = Arrays.copyOf(lengthOf, length);
    table = filled(4 * length);
    for (int number = 0; number < chunks; number++) {
      table[slot(hash(number))] = number;
    }
  }

  Hash hash(int number) {
    int at = 4 * number;
    return new Hash(hashes[at], hashes[at + 1], hashes[at + 2], hashes[at + 3]);
  }

  int chunks() {
    return chunks;
  }

  int frames() {
    return frames;
  }

  /** Returns the frame that a chunk lies in; {@link #ABSENT} if it lies nowhere. */
  int frame(int number) {
    return frameOf[number];
  }

  int offset(int number) {
    return offsetOf[number];
  }

  int length(int number) {
    return lengthOf[number];
  }

  Frame at(int frame) {
    return new Frame(
        segmentOf[frame], placeOf[frame], storedOf[frame], rawOf[frame], baseOf[frame]);
  }

  /** Returns the chunk that a frame builds on; {@link #ABSENT} for none. */
  int base(int frame) {
    return baseOf[frame];
  }

  int segment(int frame) {
    return segmentOf[frame];
  }

  int stored(int frame) {
    return storedOf[frame];
  }

  /** Adds a frame and returns its number. */
  int add(Frame frame) {
    if (frames == segmentOf.length) {
      int length = 2 * frames;
      segmentOf = Arrays.copyOf(segmentOf, length);
      placeOf = Arrays.copyOf(placeOf, length);
      storedOf = Arrays.copyOf(storedOf, length);
      rawOf = Arrays.copyOf(rawOf, length);
      baseOf = Arrays.copyOf(baseOf, length);
    }
    segmentOf[frames] = frame.segment();
    placeOf[frames] = frame.place();
    storedOf[frames] = frame.stored();
    rawOf[frames] = frame.raw();
    baseOf[frames] = frame.base();
    return frames++;
  }

  /** Says where a chunk lies; a second place counts where the first is of no use. */
  void place(Spare place) {
    if (frameOf[place.number()] == ABSENT) {
      move(place);
    } else {
      spares.add(place);
    }
  }

  private void move(Spare place) {
    frameOf[place.number()] = place.frame();
    offsetOf[place.number()] = place.offset();
    lengthOf[place.number()] = place.length();
  }

  /** Finds other places for chunks whose base is missing, until there is nothing more to find. */
  void settle() {
    boolean moved = !spares.isEmpty();
    while (moved) {
      moved = false;
      for (Spare spare : spares) {
        int base = baseOf[spare.frame()];
        if (!isReadable(spare.number()) && (base == ABSENT || isReadable(base))) {
          move(spare);
          moved = true;
        }
      }
    }
  }

  /** Returns whether a chunk is there, and all that it builds on. */
  boolean isReadable(int number) {
    int at = number;
    for (int depth = 0; depth <= ChunkWriter.DEEPEST; depth++) {
      if (frameOf[at] == ABSENT) {
        return false;
      }
      if (baseOf[frameOf[at]] == ABSENT) {
        return true;
      }
      at = baseOf[frameOf[at]];
    }
    return false;
  }

  /** Returns how many chunks must be read to read this one, itself not counted. */
  int depth(int number) {
    int depth = 0;
    for (int at = number; frameOf[at] != ABSENT && baseOf[frameOf[at]] != ABSENT; depth++) {
      at = baseOf[frameOf[at]];
      if (depth > ChunkWriter.DEEPEST + 1) {
        return depth;
      }
    }
    return depth;
  }
}
