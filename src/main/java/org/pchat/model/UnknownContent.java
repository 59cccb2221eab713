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
 * @param events how often each thing was met that is known and has no place in the model, such as
 *     somebody's joining of a room
 */
public record UnknownContent(
    List<String> entries, Map<String, Long> names, Map<String, Long> events) {
  /** Nothing unknown. */
  public static final UnknownContent NONE = new UnknownContent(List.of(), Map.of(), Map.of());

  /** Copies. */
  public UnknownContent {
    entries = List.copyOf(entries);
    names = Map.copyOf(names);
    events = Map.copyOf(events);
  }

  /** Returns whether there is nothing beyond the model. */
  public boolean isEmpty() {
    return entries.isEmpty() && names.isEmpty() && events.isEmpty();
  }
}
