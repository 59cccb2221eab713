package org.pchat.diff;

import java.io.IOException;
import java.util.Comparator;

/** Walks over two lanes at once and pairs what has one identity. */
final class LaneMerge {
  private LaneMerge() {}

  /** Is told what stands where, in order. */
  interface Visitor<T> {
    void both(T before, T after) throws IOException;

    /** Takes a record of the earlier snapshot that the later one has not. */
    void onlyBefore(T record, Doubt doubt) throws IOException;

    /** Takes a record of the later snapshot that the earlier one has not. */
    void onlyAfter(T record, Doubt doubt) throws IOException;
  }

  static <T> void run(
      Lane<T> before, Lane<T> after, Comparator<? super T> order, Visitor<T> visitor)
      throws IOException {
    before.advance();
    after.advance();
    while (before.record() != null || after.record() != null) {
      T old = before.record();
      T now = after.record();
      int side = old == null ? 1 : now == null ? -1 : order.compare(old, now);
      if (old != null && now != null && side == 0) {
        visitor.both(old, now);
      } else if (old != null && side < 0) {
        visitor.onlyBefore(old, after.doubt());
      } else if (now != null) {
        visitor.onlyAfter(now, before.doubt());
      }
      if (side <= 0) {
        before.advance();
      }
      if (side >= 0) {
        after.advance();
      }
    }
  }
}
