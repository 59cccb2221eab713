package org.pchat.gate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pchat.model.Guid;

/**
 * What a snapshot holds, in numbers: all that the gate has to know of it. It takes some 150 bytes a
 * room, so it can be kept beside the snapshot or taken from it in one walk.
 *
 * @param extent how much it was meant to hold
 * @param rooms each room once, also those without messages
 * @param categories how many categories there are
 * @param principals how many principals there are
 * @param permissions how many roles and scopes there are
 * @param errors how many errors checking found, warnings not counted
 */
public record Census(
    Extent extent,
    Collection<RoomCount> rooms,
    long categories,
    long principals,
    long permissions,
    long errors) {
  /** Copies the rooms. */
  public Census {
    rooms = List.copyOf(rooms);
  }

  /** Returns the rooms by GUID; of two of one GUID the first. */
  Map<Guid, RoomCount> byGuid() {
    return rooms.stream()
        .collect(
            Collectors.toMap(
                RoomCount::room, Function.identity(), (first, second) -> first, TreeMap::new));
  }

  /** Returns how many messages are judged. */
  long messages() {
    return rooms.stream().mapToLong(RoomCount::messages).sum();
  }
}
