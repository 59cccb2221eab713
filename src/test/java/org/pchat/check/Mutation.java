package org.pchat.check;

import java.util.Map;
import java.util.TreeMap;

/**
 * One change of an export.
 *
 * @param what what was done to which kind of thing: {@code Room/@name removed}
 * @param where the entry and line
 * @param changed the entries that differ, by name; empty text for those that are gone is no text
 * @param gone an entry that is taken away, or empty
 */
record Mutation(String what, String where, Map<String, String> changed, String gone) {
  /** Returns the entries of the changed export. */
  Map<String, String> applied(Map<String, String> entries) {
    Map<String, String> all = new TreeMap<>(entries);
    all.putAll(changed);
    all.remove(gone);
    return all;
  }

  @Override
  public String toString() {
    return what + " at " + where;
  }
}
