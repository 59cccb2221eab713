package org.pchat.select;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pchat.model.Guid;
import org.pchat.model.Room;
import org.pchat.model.Structure;

/**
 * The order in which rooms are shown: by name without regard to case, then by GUID; rooms without a
 * record come last.
 */
final class RoomOrder implements Comparator<Guid> {
  private static final Comparator<Room> BY_NAME =
      Comparator.comparing(Room::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Room::guid);

  private final Map<Guid, Integer> ranks = new HashMap<>();

  RoomOrder(Structure structure) {
    List<Room> rooms = structure.rooms().stream().sorted(BY_NAME).toList();
    rooms.forEach(room -> ranks.put(room.guid(), ranks.size()));
  }

  @Override
  public int compare(Guid one, Guid other) {
    int byRank = Integer.compare(rank(one), rank(other));
    return byRank != 0 ? byRank : one.compareTo(other);
  }

  private int rank(Guid room) {
    return ranks.getOrDefault(room, Integer.MAX_VALUE);
  }
}
