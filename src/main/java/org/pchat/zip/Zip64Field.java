package org.pchat.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Numbers of a header whose 32 bits may be too few: those at their highest are found in the ZIP64
 * extra field instead (APPNOTE 4.5.3).
 */
final class Zip64Field {
  /*
   * The field holds only the numbers asked for, in a fixed order. Some writers put all of them
   * there in any case; that is taken if those not asked for say the same as the header. Anything
   * else is a lie in one of the two places.
   */
  static final long SATURATED = 0xFFFF_FFFFL;

  private final long[] narrow;

  /** Takes the numbers of the header in the order of the field. */
  Zip64Field(long... narrow) {
    this.narrow = narrow;
  }

  boolean isAsked() {
    return Arrays.stream(narrow).anyMatch(value -> value == SATURATED);
  }

  /** Returns the true numbers, or nothing where field and header do not fit together. */
  Optional<long[]> resolve(Optional<ByteBuffer> field) {
    if (field.isEmpty()) {
      return isAsked() ? Optional.empty() : Optional.of(narrow);
    }
    var bytes = field.get().duplicate().order(ByteOrder.LITTLE_ENDIAN);
    long asked = Arrays.stream(narrow).filter(value -> value == SATURATED).count();
    boolean exact = bytes.remaining() == asked * Long.BYTES;
    var wide = narrow.clone();
    for (int i = 0; i < narrow.length; i++) {
      boolean isAsked = narrow[i] == SATURATED;
      if (isAsked || (!exact && bytes.remaining() >= Long.BYTES)) {
        wide[i] = bytes.remaining() < Long.BYTES ? -1 : bytes.getLong();
      }
      // What is negative here is missing, or beyond any file.
      if (wide[i] < 0 || (!isAsked && wide[i] != narrow[i])) {
        return Optional.empty();
      }
    }
    return endsWell(bytes) ? Optional.of(wide) : Optional.empty();
  }

  /** Returns whether nothing is left, or the number of the first disk as the only one may be. */
  private static boolean endsWell(ByteBuffer bytes) {
    return !bytes.hasRemaining()
        || (bytes.remaining() == Integer.BYTES && bytes.getInt(bytes.position()) == 0);
  }
}
