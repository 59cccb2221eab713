package org.pchat.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where principals stand in Active Directory, by their distinguished names: a tree of containers,
 * each numbered. Names are compared without case and without blanks beside commas.
 */
final class Directory {
  /** No container: the principal is not in the directory, or at its top. */
  static final int NOWHERE = -1;

  /** The name is longer than its column, or there are more containers than any directory has. */
  static final int UNKNOWN = -2;

  private static final int LONGEST = 384;
  private static final int MOST = 100_000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Integer> parents = new ArrayList<>();

  /** Returns the number of the container with this name. */
  int container(@Nullable String distinguishedName) {
    if (distinguishedName == null) {
      return NOWHERE;
    }
    return distinguishedName.length() > LONGEST ? UNKNOWN : number(canonical(distinguishedName));
  }

  /** Returns the number of the container that holds what has this name. */
  int containerOf(@Nullable String distinguishedName) {
    if (distinguishedName == null) {
      return NOWHERE;
    }
    return distinguishedName.length() > LONGEST ? UNKNOWN : parent(canonical(distinguishedName));
  }

  /** Returns the container above, or {@link #NOWHERE}. */
  int above(int container) {
    return parents.get(container);
  }

  /** Lower case, without blanks beside commas that part the name; an escaped comma does not. */
  private static String canonical(String name) {
    var canonical = new StringBuilder(name.length());
    boolean escaped = false;
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c == ',' && !escaped) {
        canonical.setLength(canonical.toString().stripTrailing().length());
      }
      boolean afterComma = !canonical.isEmpty() && canonical.charAt(canonical.length() - 1) == ',';
      if (c != ' ' || !afterComma) {
        canonical.append(c);
      }
      escaped = c == '\\' && !escaped;
    }
    return canonical.toString().strip().toLowerCase(Locale.ROOT);
  }

  private int parent(String name) {
    for (int at = 0; at < name.length(); at++) {
      if (name.charAt(at) == '\\') {
        at++;
      } else if (name.charAt(at) == ',') {
        return number(name.substring(at + 1));
      }
    }
    return NOWHERE;
  }

  private int number(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    int above = parent(name);
    if (above == UNKNOWN || parents.size() == MOST) {
      return UNKNOWN;
    }
    numbers.put(name, parents.size());
    parents.add(above);
    return parents.size() - 1;
  }
}
