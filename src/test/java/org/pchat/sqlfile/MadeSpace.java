package org.pchat.sqlfile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The pages of a data file and who has them: single pages out of mixed extents, whole extents, and
 * the maps of both.
 */
final class MadeSpace implements Closeable {
  static final int EXTENT = 8;
  static final int EXTENTS = 63_904;
  static final int PFS_INTERVAL = 8088;
  static final int ALLOCATED = 0x40;
  static final int MIXED = 0x20;
  static final int IAM = 0x10;

  private static final int PFS_TYPE = 11;
  private static final int GAM_TYPE = 8;
  private static final int SGAM_TYPE = 9;
  private static final int DCM_TYPE = 16;
  private static final int BCM_TYPE = 17;
  private static final int HEADER_TYPE = 15;
  private static final int FIRST_FREE = 10;

  private final FileChannel file;
  private byte[] states = new byte[1024];
  private long end;
  private long mixed = FIRST_FREE;
  private long mixedEnd = 2 * EXTENT;

  MadeSpace(Path path) throws IOException {
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    end = 2 * EXTENT;
  }

  /** Returns a free page of a mixed extent. */
  long single(int states) {
    while (mixed < mixedEnd && isMap(mixed)) {
      mixed++;
    }
    if (mixed == mixedEnd) {
      mixed = nextExtent();
      mixedEnd = mixed + EXTENT;
      return single(states);
    }
    mark(mixed, ALLOCATED | MIXED | states);
    return mixed++;
  }

  /** Returns the first page of a free extent. */
  long extent() {
    return nextExtent();
  }

  private long nextExtent() {
    if (end / EXTENT % EXTENTS == 0) {
      end += EXTENT;
    }
    long first = end;
    end += EXTENT;
    return first;
  }

  /** Leaves so many pages out, which are then allocated and nobody's. */
  void skip(long pages) {
    end += pages / EXTENT * EXTENT;
  }

  /** Returns whether a page is one of the maps, which may stand in anybody's extent. */
  static boolean isMap(long page) {
    long inInterval = page % ((long) EXTENTS * EXTENT);
    return page % PFS_INTERVAL == 0 || (page >= EXTENTS && inInterval < EXTENT);
  }

  /** Returns whether a page of an extent of maps holds one; two of them stay empty. */
  private static boolean isUsed(long page) {
    long inExtent = page % EXTENT;
    return page % PFS_INTERVAL == 0
        || (inExtent != 2 && inExtent != 3 && inExtent != 4 && inExtent != 5);
  }

  /** Notes the state of a page. */
  void mark(long page, int state) {
    if (page >= states.length) {
      states = Arrays.copyOf(states, (int) Math.max(states.length * 2L, page + 1));
    }
    states[(int) page] = (byte) state;
  }

  void write(long number, MadePage page) throws IOException {
    write(number, page.seal(number));
  }

  private void write(long number, byte[] page) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(page);
    long at = number * MadePage.SIZE;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  /** Returns how many pages there are. */
  long pages() {
    return end;
  }

  /** Returns whether an extent is somebody's. */
  boolean allocated(long extent) {
    return extent < end / EXTENT;
  }

  /** Writes the maps. */
  void finish() throws IOException {
    long interval = (long) EXTENTS * EXTENT;
    for (long page = 0; page < end; page++) {
      boolean map = page < EXTENT ? page != 4 && page != 5 : isMap(page) && isUsed(page);
      if (map) {
        mark(page, ALLOCATED);
      }
    }
    write(0, new MadePage(HEADER_TYPE, 0, 0, 0));
    for (long page = 0; page < end; page += PFS_INTERVAL) {
      writePfs(page == 0 ? 1 : page, page);
    }
    for (long first = 0; first < end; first += interval) {
      long map = first == 0 ? 2 : first;
      writeMap(map, GAM_TYPE, first, false);
      writeMap(map + 1, SGAM_TYPE, first, true);
      writeMap(first + 6, DCM_TYPE, first, true);
      writeMap(first + 7, BCM_TYPE, first, true);
    }
    byte[] empty = new byte[MadePage.SIZE];
    if (file.size() < end * MadePage.SIZE) {
      write(end - 1, empty);
    }
  }

  private void writePfs(long number, long first) throws IOException {
    var page = new MadePage(PFS_TYPE, 99, 0, 0);
    byte[] row = new byte[4 + PFS_INTERVAL];
    for (int i = 0; i < PFS_INTERVAL && first + i < states.length; i++) {
      row[4 + i] = states[(int) first + i];
    }
    page.add(row);
    write(number, page);
  }

  /** Writes a map of extents; a GAM has a bit for each that is free. */
  private void writeMap(long number, int type, long firstPage, boolean none) throws IOException {
    var page = new MadePage(type, 99, 0, 0);
    page.add(Arrays.copyOf(new byte[] {0, 0, 94}, 94));
    byte[] bits = new byte[4 + EXTENTS / 8 + 4];
    long first = firstPage / EXTENT;
    for (int i = 0; i < EXTENTS && !none; i++) {
      if (!allocated(first + i)) {
        bits[4 + i / 8] |= (byte) (1 << (i % 8));
      }
    }
    page.add(bits);
    write(number, page);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
