package org.pchat.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/**
 * Finds for items of a package the items of the pool that they are. Each item of the pool is found
 * at most once: who is meant by GUID is reserved before anybody is looked for by name.
 */
final class Matching {
  private final boolean byGuid;
  private final boolean byName;
  private final Map<Guid, Known> guids = new HashMap<>();
  private final Map<String, List<Known>> names = new HashMap<>();
  private final Map<Guid, String> taken = new HashMap<>();

  /** An item that was there before; two of one name are told apart by their kind. */
  record Known(int id, Guid guid, boolean isCategory) {}

  Matching(boolean byGuid, boolean byName) {
    this.byGuid = byGuid;
    this.byName = byName;
  }

  /** Notes an item of the pool. */
  void add(Known known, String name) {
    guids.putIfAbsent(known.guid(), known);
    if (byName) {
      names.computeIfAbsent(name, n -> new ArrayList<>(1)).add(known);
    }
  }

  boolean has(Guid guid) {
    return guids.containsKey(guid);
  }

  @Nullable Known of(Guid guid) {
    return guids.get(guid);
  }

  /** Reserves what an item of the package is beyond doubt; to be done for all before any claim. */
  void reserve(Guid guid, String name) {
    if (certain(guid, name) != null) {
      taken.put(guid, name);
    }
  }

  /** Returns the item of the pool that this one is; null if it is new. */
  @Nullable Known claim(Guid guid, String name) {
    Known certain = certain(guid, name);
    if (certain != null) {
      return certain;
    }
    for (Known known : names.getOrDefault(name, List.of())) {
      if (taken.putIfAbsent(known.guid(), name) == null) {
        return known;
      }
    }
    return null;
  }

  /** Returns whether an item of the other kind has this name, and keeps it. */
  boolean clashes(String name, boolean isCategory) {
    return names.getOrDefault(name, List.of()).stream()
        .anyMatch(
            known ->
                known.isCategory() != isCategory
                    && taken.getOrDefault(known.guid(), name).equals(name));
  }

  private @Nullable Known certain(Guid guid, String name) {
    Known same = guids.get(guid);
    boolean sameName = same != null && names.getOrDefault(name, List.of()).contains(same);
    return byGuid || sameName ? same : null;
  }
}
