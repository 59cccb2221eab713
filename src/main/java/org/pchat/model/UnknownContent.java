package org.pchat.model;

import java.util.List;
import java.util.Map;

/**
 * What a source holds beyond the model, as far as it was read. It is passed over, never lost:
 * copies keep it byte for byte.
 *
 * @param entries the entries that belong to no layout, in order
 * @param names how often each unknown element or attribute was met, by {@code entry kind/name} or
 *     {@code entry kind/@name}
 */
public record UnknownContent(List<String> entries, Map<String, Long> names) {
  /** Nothing unknown. */
  public static final UnknownContent NONE = new UnknownContent(List.of(), Map.of());

  /** Copies. */
  public UnknownContent {
    entries = List.copyOf(entries);
    names = Map.copyOf(names);
  }

  /** Returns whether there is nothing unknown. */
  public boolean isEmpty() {
    return entries.isEmpty() && names.isEmpty();
  }
}
