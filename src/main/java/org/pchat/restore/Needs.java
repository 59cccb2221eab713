package org.pchat.restore;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.restore.Because.Cause;

/** Everything with a GUID that a package is about, by kind, and why. */
final class Needs {
  private final Map<Kind<?>, Map<Guid, Because>> byKind =
      Map.of(
          Kind.PRINCIPAL, new TreeMap<>(),
          Kind.ADD_IN, new TreeMap<>(),
          Kind.CATEGORY, new TreeMap<>(),
          Kind.ROOM, new TreeMap<>());

  /** Notes that something is needed; returns whether that is new. */
  boolean add(Kind<?> kind, @Nullable Guid guid, Cause cause) {
    if (guid == null || guid.isZero()) {
      return false;
    }
    Map<Guid, Because> known = of(kind);
    Because because = known.get(guid);
    boolean isNew = because == null;
    if (because == null) {
      because = new Because();
      known.put(guid, because);
    }
    because.count(cause);
    return isNew;
  }

  /** Returns what is needed of a kind, by GUID. */
  Map<Guid, Because> of(Kind<?> kind) {
    return java.util.Objects.requireNonNull(byKind.get(kind));
  }

  Collection<Guid> guids(Kind<?> kind) {
    return of(kind).keySet();
  }

  /** Returns where something comes from; nowhere if it is not needed. */
  Origin origin(Kind<?> kind, Guid guid) {
    Because because = of(kind).get(guid);
    return because == null ? Origin.NOWHERE : because.origin();
  }
}
