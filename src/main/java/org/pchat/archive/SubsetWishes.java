package org.pchat.archive;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Layout;
import org.pchat.model.Kind;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.RefusedException;
import org.pchat.problem.RestoreProblem;

/**
 * What is to go into a package whose records all keep their spelling, and what became of it.
 *
 * <p><b>Memory.</b> What comes from the target is held until it is met in the source; what shows up
 * many times (the sender inside each message) by its identity.
 */
final class SubsetWishes {
  private final PackageContents contents;
  private final Layout layout;

  /** What is to go in as the target has it and was not met in the source so far. */
  private final Map<String, Object> fromTarget = new LinkedHashMap<>();

  private final Set<String> metFromTarget = new HashSet<>();
  private final Set<String> repeated = new HashSet<>();
  private final Set<String> lost = new LinkedHashSet<>();
  private final Set<String> dragged = new LinkedHashSet<>();
  private final Map<Kind<?>, Long> counts = new HashMap<>();

  /** The sum of the hashes of what stays, by kind. */
  private final Map<Kind<?>, Long> imprints = new HashMap<>();

  /**
   * A record that was met.
   *
   * @param hash the hash of its values
   * @param wanted whether it is to go in
   * @param repeats whether it may stand in several places, of which one is enough
   */
  record Wish(Kind<?> kind, String identity, int hash, boolean wanted, boolean repeats) {
    /** Returns whether what holds it has to go in for its sake. */
    boolean isStrong() {
      return wanted && !repeats;
    }

    private String key() {
      return SubsetWishes.key(kind, identity);
    }
  }

  SubsetWishes(PackageContents contents, Layout layout) throws IOException {
    this.contents = contents;
    this.layout = layout;
    for (Kind<?> kind : Kind.ALL) {
      gather(kind);
    }
  }

  /** Returns what a record is known by here, and called to people. */
  private static String key(Kind<?> kind, String identity) {
    return kind.word() + ' ' + identity;
  }

  private <T> void gather(Kind<T> kind) throws IOException {
    contents.besides(
        kind, (record, spelled, raw) -> fromTarget.put(key(kind, kind.identity(record)), record));
  }

  /** Returns what is wished of a record; refuses it if it would have to be spelled anew. */
  <T> Wish of(Kind<T> kind, T record) {
    String identity = kind.identity(record);
    @Nullable T taken = contents.take(kind, record);
    if (taken != null && !taken.equals(record)) {
      throw anew(key(kind, identity));
    }
    return new Wish(
        kind,
        identity,
        record.hashCode(),
        taken != null || isAsInTarget(kind, identity, record),
        layout.repeats(kind));
  }

  private boolean isAsInTarget(Kind<?> kind, String identity, Object record) {
    if (kind == Kind.MESSAGE) {
      return false;
    }
    String key = key(kind, identity);
    Object expected = fromTarget.remove(key);
    if (expected == null) {
      return metFromTarget.contains(key);
    }
    if (!expected.equals(record)) {
      throw anew(key(kind, identity));
    }
    return metFromTarget.add(key);
  }

  private RefusedException anew(String key) {
    return new RefusedException(
        Problem.of(RestoreProblem.SPELLED_ANEW, Location.NONE, key, layout.name()));
  }

  /** Takes note of what became of a record. */
  void settle(Wish wish, boolean stays) {
    if (stays && !wish.repeats()) {
      imprints.merge(wish.kind(), (long) wish.hash(), Long::sum);
    }
    if (!wish.wanted()) {
      if (stays) {
        dragged.add(wish.key());
      }
    } else if (!stays) {
      lost.add(wish.key());
    } else if (!wish.repeats() || repeated.add(wish.key())) {
      counts.merge(wish.kind(), 1L, Long::sum);
    }
  }

  /** Refuses if something that was wanted has no place in the package. */
  void requireAll() {
    lost.removeAll(repeated);
    for (Set<String> left : List.of(fromTarget.keySet(), lost)) {
      if (!left.isEmpty()) {
        throw anew(left.iterator().next());
      }
    }
  }

  /**
   * Reads a written package and refuses it if its records are not what they are in the source:
   * references by number or name lead nowhere once that which has the number stays out.
   */
  void requireUnderstood(Export written) throws IOException {
    for (Kind<?> kind : Kind.ALL) {
      boolean isCounted = kind == Kind.MESSAGE && written.coverage().messageIdsDerived();
      if (!isCounted
          && !layout.repeats(kind)
          && imprint(written, kind) != imprints.getOrDefault(kind, 0L)) {
        throw new RefusedException(
            Problem.of(RestoreProblem.NOT_UNDERSTOOD, Location.NONE, kind.plural(), layout.name()));
      }
    }
  }

  private static <T> long imprint(Export written, Kind<T> kind) throws IOException {
    long sum = 0;
    try (RecordCursor<T> all = written.records(kind)) {
      while (all.advance()) {
        sum += all.record().hashCode();
      }
    }
    return sum;
  }

  Map<Kind<?>, Long> counts() {
    return Map.copyOf(counts);
  }

  List<String> dragged() {
    return List.copyOf(dragged);
  }
}
