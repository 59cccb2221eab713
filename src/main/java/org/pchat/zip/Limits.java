package org.pchat.zip;

/**
 * How much of a container is read before it counts as hostile.
 *
 * @param maxEntries the most entries, directories included
 * @param maxNameBytes the longest name, in bytes as it is stored
 * @param maxUnpacked the most bytes that all entries together may unpack to
 */
public record Limits(int maxEntries, int maxNameBytes, long maxUnpacked) {
  private static final int MAX_ENTRIES = 200_000;
  private static final int MAX_NAME_BYTES = 1_024;
  private static final long LEAST_UNPACKED = 4L << 30;

  /* Chat as XML shrinks to a fifth or a tenth; repeated system messages by more, but not 200 times. */
  private static final long RATIO = 200;

  /* A header of 46 bytes, a GUID as the name, the time fields of two systems. */
  private static final long DIRECTORY_BYTES_PER_ENTRY = 192;

  /** Returns the limits for a file of this length: 200 times its length, and at least 4 GiB. */
  public static Limits forFile(long fileLength) {
    long unpacked =
        fileLength > Long.MAX_VALUE / RATIO
            ? Long.MAX_VALUE
            : Math.max(LEAST_UNPACKED, RATIO * fileLength);
    return new Limits(MAX_ENTRIES, MAX_NAME_BYTES, unpacked);
  }

  /** Returns the limits for a small file or a directory. */
  public static Limits defaults() {
    return forFile(0);
  }

  /** Returns the same limits with another bound on what all entries together unpack to. */
  public Limits withMaxUnpacked(long bytes) {
    return new Limits(maxEntries, maxNameBytes, bytes);
  }

  /** Returns how long the central directory may be; its names are held in memory. */
  long maxDirectoryBytes() {
    return DIRECTORY_BYTES_PER_ENTRY * maxEntries;
  }
}
