package org.pchat.select;

/**
 * The part of a result that is wanted.
 *
 * @param end which end of the result it is
 * @param count how many messages
 */
public record Slice(End end, long count) {
  /** The whole result. */
  public static final Slice ALL = first(Long.MAX_VALUE);

  /** An end of a result. */
  public enum End {
    /** The beginning. */
    FIRST,
    /** The end; that many messages are held in memory. */
    LAST
  }

  /** Checks the count. */
  public Slice {
    if (count < 0) {
      throw new IllegalArgumentException("count is negative: " + count);
    }
  }

  /** Returns the first {@code count} messages. */
  public static Slice first(long count) {
    return new Slice(End.FIRST, count);
  }

  /** Returns the last {@code count} messages. */
  public static Slice last(long count) {
    return new Slice(End.LAST, count);
  }
}
