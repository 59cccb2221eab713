package org.pchat.select;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pchat.model.AccountState;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.spill.CompactText;

/**
 * The addresses, names and account states of all principals, packed.
 *
 * <p><b>Memory.</b> 31 bytes a principal and a byte for each character of address and label (two
 * where one of them is not Latin-1): about 13 MB for 150,000 principals.
 */
public final class PrincipalIndex {
  private static final List<AccountState> STATES = List.of(AccountState.values());

  private final Keys keys = new Keys();
  private final byte[] entries;

  /** What is known of one principal. */
  private record Entry(AccountState disabled, String uri, String label) {}

  private PrincipalIndex(ChatSource source) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    try (var principals = source.records(Kind.PRINCIPAL)) {
      while (principals.advance()) {
        Principal principal = principals.record();
        keys.add(principal.guid(), bytes.size());
        out.writeByte(STATES.indexOf(principal.disabled()));
        CompactText.write(principal.uri(), out);
        CompactText.write(principal.label(), out);
      }
    }
    keys.finish();
    entries = bytes.toByteArray();
  }

  /** Reads all principals of {@code source} once. Of a repeated GUID the first record stands. */
  public static PrincipalIndex of(ChatSource source) throws IOException {
    return new PrincipalIndex(source);
  }

  /** Returns how many principals there are. */
  public int size() {
    return keys.size;
  }

  /** Returns the principal's address. */
  public Optional<String> uri(Guid guid) {
    return entry(guid).map(Entry::uri);
  }

  /** Returns the principal's best name for a reader; see {@link Principal#label}. */
  public Optional<String> label(Guid guid) {
    return entry(guid).map(Entry::label);
  }

  /** Returns what became of the principal's account. */
  public Optional<AccountState> disabled(Guid guid) {
    return entry(guid).map(Entry::disabled);
  }

  /** Returns how many bytes the index holds. */
  long bytes() {
    return keys.bytes() + entries.length;
  }

  private Optional<Entry> entry(Guid guid) {
    int number = keys.number(guid);
    if (number < 0) {
      return Optional.empty();
    }
    int start = keys.starts[number];
    var in = new DataInputStream(new ByteArrayInputStream(entries, start, entries.length - start));
    try {
      return Optional.of(
          new Entry(STATES.get(in.readByte()), CompactText.read(in), CompactText.read(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail to be read", e);
    }
  }

  /** GUIDs in ascending order, each with the place where its entry begins. */
  private static final class Keys {
    private long[] highs = new long[64];
    private long[] lows = new long[64];
    private int[] starts = new int[64];
    private int size;
    private boolean ascending = true;

    void add(Guid guid, int start) {
      if (size == starts.length) {
        resize(size + (size >> 1));
      }
      highs[size] = guid.high();
      lows[size] = guid.low();
      starts[size] = start;
      ascending &= size == 0 || guid(size - 1).compareTo(guid) <= 0;
      size++;
    }

    void finish() {
      if (!ascending) {
        sort();
      }
      resize(size);
    }

    /** Only sources without an order come here. */
    private void sort() {
      int[] order =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparing(this::guid))
              .mapToInt(Integer::intValue)
              .toArray();
      highs = Arrays.stream(order).mapToLong(i -> highs[i]).toArray();
      lows = Arrays.stream(order).mapToLong(i -> lows[i]).toArray();
      starts = Arrays.stream(order).map(i -> starts[i]).toArray();
    }

    private void resize(int length) {
      highs = Arrays.copyOf(highs, length);
      lows = Arrays.copyOf(lows, length);
      starts = Arrays.copyOf(starts, length);
    }

    private Guid guid(int number) {
      return new Guid(highs[number], lows[number]);
    }

    /** Returns the first number with this GUID, or -1. */
    int number(Guid guid) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (guid(middle).compareTo(guid) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low < size && guid(low).equals(guid) ? low : -1;
    }

    long bytes() {
      return (long) highs.length * Long.BYTES
          + (long) lows.length * Long.BYTES
          + (long) starts.length * Integer.BYTES;
    }
  }
}
