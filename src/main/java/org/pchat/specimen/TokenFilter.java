package org.pchat.specimen;

import java.util.Locale;

/**
 * Which tokens an archive holds, in a fixed amount of memory (a Bloom filter): who is not in it was
 * not there; who is in it was there, or, rarely, was not.
 *
 * <p>A token is a run of letters and digits longer than three characters with a letter in it;
 * numbers name nobody by themselves. Case does not matter. The runs of letters in a token count as
 * tokens too.
 */
final class TokenFilter {
  /** The longest token that is left alone. */
  static final int SHORT = 3;

  /** What is longer than this cannot arise by chance. */
  private static final int LONGEST_BY_CHANCE = 16;

  private static final int PROBES = 6;
  private static final int FEWEST_BITS = 20;
  private static final int MOST_BITS = 28;

  private final long[] bits;
  private final int shift;
  private long added;

  /** Makes one that suits an archive of so many unpacked bytes; at most 32 MB. */
  TokenFilter(long bytes) {
    int size = 64 - Long.numberOfLeadingZeros(Math.max(1, 2 * bytes));
    int log = Math.max(FEWEST_BITS, Math.min(MOST_BITS, size));
    this.bits = new long[1 << (log - 6)];
    this.shift = 64 - log;
  }

  /** Adds a run of letters and digits, if it is a token, and the runs of letters in it. */
  void add(String run) {
    String folded = run.toLowerCase(Locale.ROOT);
    if (isToken(folded)) {
      added++;
      put(folded);
      int start = -1;
      for (int i = 0; i <= folded.length(); i++) {
        boolean letter = i < folded.length() && Character.isLetter(folded.charAt(i));
        if (letter && start < 0) {
          start = i;
        } else if (!letter && start >= 0) {
          if (i - start > SHORT && i - start < folded.length()) {
            put(folded.substring(start, i));
          }
          start = -1;
        }
      }
    }
  }

  private void put(String folded) {
    long hash = hash(folded);
    for (int i = 0; i < PROBES; i++) {
      long bit = bit(hash, i);
      bits[(int) (bit >>> 6)] |= 1L << bit;
    }
  }

  /** Returns the place of a probe. */
  private long bit(long hash, int probe) {
    long mixed = (hash * (2L * probe + 1)) ^ (hash >>> (17 + probe));
    return (mixed * 0x9E3779B97F4A7C15L) >>> shift;
  }

  private boolean has(String folded) {
    long hash = hash(folded);
    for (int i = 0; i < PROBES; i++) {
      long bit = bit(hash, i);
      if ((bits[(int) (bit >>> 6)] & (1L << bit)) == 0) {
        return false;
      }
    }
    return true;
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    return hash ^ hash >>> 29;
  }

  /** Returns how many tokens were added, equal ones each time. */
  long added() {
    return added;
  }

  /** Returns whether a run may be a token that was added. */
  boolean mayHave(String run) {
    String folded = run.toLowerCase(Locale.ROOT);
    return isToken(folded) && has(folded);
  }

  /** Returns whether anywhere in a run a token may stand that was added. */
  boolean mayHaveWithin(String run) {
    String folded = run.toLowerCase(Locale.ROOT);
    int length = folded.length();
    for (int from = 0; from + SHORT < length; from++) {
      int most = Math.min(length, from + LONGEST_BY_CHANCE);
      for (int to = from + SHORT + 1; to <= most; to++) {
        String window = folded.substring(from, to);
        if (isToken(window) && has(window)) {
          return true;
        }
      }
    }
    return isToken(folded) && has(folded);
  }

  /** Returns whether a run of letters and digits is a token. */
  static boolean isToken(String run) {
    return run.length() > SHORT && run.chars().anyMatch(Character::isLetter);
  }
}
