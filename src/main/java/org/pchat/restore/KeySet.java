package org.pchat.restore;

import java.util.Arrays;
import java.util.List;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Scope;

/**
 * A set of permissions by their identity, to ask whether a record is among them.
 *
 * <p><b>Memory.</b> A hash of 128 bits for each, so that 2,000,000 take 64 MB at most; two
 * different ones have the same by no chance worth naming.
 */
final class KeySet {
  private static final List<RoleType> ROLES = List.of(RoleType.values());

  private long[] slots = new long[32];
  private int size;

  /** Adds a role or scope; returns whether it is new. */
  <T> boolean add(Kind<T> kind, T record) {
    if (size * 4 >= slots.length) {
      grow();
    }
    return put(high(kind, record), low(kind, record));
  }

  <T> boolean contains(Kind<T> kind, T record) {
    long high = high(kind, record);
    int at = slot(high, low(kind, record));
    return slots[at] == high && (slots[at] | slots[at + 1]) != 0;
  }

  int size() {
    return size;
  }

  private boolean put(long high, long low) {
    int at = slot(high, low);
    if ((slots[at] | slots[at + 1]) != 0) {
      return false;
    }
    slots[at] = high;
    slots[at + 1] = low;
    size++;
    return true;
  }

  /** Returns where the key stands, or the free place where it would. */
  private int slot(long high, long low) {
    int pairs = slots.length / 2;
    int at = (int) (low & (pairs - 1));
    while ((slots[2 * at] | slots[2 * at + 1]) != 0
        && !(slots[2 * at] == high && slots[2 * at + 1] == low)) {
      at = (at + 1) & (pairs - 1);
    }
    return 2 * at;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (int i = 0; i < old.length; i += 2) {
      if ((old[i] | old[i + 1]) != 0) {
        put(old[i], old[i + 1]);
      }
    }
  }

  private static <T> long high(Kind<T> kind, T record) {
    return hash(kind, record, 0x9e3779b97f4a7c15L) | 1;
  }

  private static <T> long low(Kind<T> kind, T record) {
    return hash(kind, record, 0xc2b2ae3d27d4eb4fL);
  }

  private static <T> long hash(Kind<T> kind, T record, long seed) {
    if (record instanceof Role role) {
      return mix(hash(role.node(), role.principal(), seed), ROLES.indexOf(role.role()) + 1L);
    }
    if (record instanceof Scope scope) {
      return mix(hash(scope.node(), scope.principal(), seed), -1);
    }
    throw new IllegalArgumentException("no permission: " + kind);
  }

  private static long hash(Guid node, Guid principal, long seed) {
    long hash = mix(mix(seed, node.high()), node.low());
    return mix(mix(hash, principal.high()), principal.low());
  }

  /** The multiplier and shifts of SplitMix64. */
  private static long mix(long hash, long value) {
    long z = (hash + 0x9e3779b97f4a7c15L) ^ value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public String toString() {
    return "%d keys in %d".formatted(size, Arrays.stream(slots).filter(s -> s != 0).count() / 2);
  }
}
