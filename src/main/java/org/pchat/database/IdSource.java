package org.pchat.database;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives numbers to new rows: the one that the package carries if it is free, else the next. */
final class IdSource {
  private final Set<Integer> used = new HashSet<>();
  private int highest;

  void note(int id) {
    used.add(id);
    highest = Math.max(highest, id);
  }

  boolean isUsed(int id) {
    return used.contains(id);
  }

  boolean isEmpty() {
    return used.isEmpty();
  }

  int take(@Nullable Integer wanted) {
    int id = wanted != null && wanted > 0 && !used.contains(wanted) ? wanted : next();
    note(id);
    return id;
  }

  private int next() {
    if (highest < Integer.MAX_VALUE) {
      return highest + 1;
    }
    int free = 1;
    while (used.contains(free)) {
      free++;
    }
    return free;
  }
}
