package org.pchat.diff;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;

/**
 * The addresses of all principals of a side, as keys; read when first asked.
 *
 * <p><b>Memory.</b> 32 bytes a principal: 5 MB for 150,000.
 */
public final class AddressIndex {
  private final ChatSource source;
  private final Names names = new Names();
  private long[] highs = {};
  private long[] lows = {};
  private long[] keys = {};
  private long[] sortedKeys = {};
  private int size;
  private boolean read;

  /** Will read {@code source}, whose principals are sorted. */
  public AddressIndex(ChatSource source) {
    this.source = source;
  }

  /** Returns whether a principal has this address. */
  public boolean contains(String uri) throws IOException {
    read();
    return Arrays.binarySearch(sortedKeys, names.key(uri)) >= 0;
  }

  /** Returns the key of a principal's address. */
  public OptionalLong key(Guid guid) throws IOException {
    read();
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (new Guid(highs[middle], lows[middle]).compareTo(guid) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < size && highs[low] == guid.high() && lows[low] == guid.low()
        ? OptionalLong.of(keys[low])
        : OptionalLong.empty();
  }

  private void read() throws IOException {
    if (read) {
      return;
    }
    read = true;
    try (var principals = source.records(Kind.PRINCIPAL)) {
      while (principals.advance()) {
        add(principals.record());
      }
    }
    sortedKeys = Arrays.copyOf(keys, size);
    Arrays.sort(sortedKeys);
  }

  private void add(Principal principal) {
    if (size == keys.length) {
      int length = Math.max(64, size + (size >> 1));
      highs = Arrays.copyOf(highs, length);
      lows = Arrays.copyOf(lows, length);
      keys = Arrays.copyOf(keys, length);
    }
    highs[size] = principal.guid().high();
    lows[size] = principal.guid().low();
    keys[size] = names.key(principal.uri());
    size++;
  }
}
