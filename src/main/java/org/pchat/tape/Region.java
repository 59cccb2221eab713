package org.pchat.tape;

/**
 * Where pages of a database stand in a backup: 64 KiB frames of 8 pages, one behind the other.
 *
 * @param start where the first page begins in the file
 * @param bytes how many bytes the pages take
 */
public record Region(long start, long bytes) {
  /** How many bytes a frame has: one extent of 8 pages. */
  public static final int FRAME = 1 << 16;

  /** Returns how many whole frames there are. */
  public long frames() {
    return bytes / FRAME;
  }
}
