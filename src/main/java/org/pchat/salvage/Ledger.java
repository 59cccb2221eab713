package org.pchat.salvage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Room;

/** What has been saved and lost so far. */
final class Ledger {
  private final Map<Kind<?>, Long> records = new HashMap<>();
  private final List<EntryAccount> entries = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();
  private final Map<Guid, String> roomNames = new HashMap<>();

  void count(Map<Kind<?>, Long> saved) {
    saved.forEach((kind, number) -> records.merge(kind, number, Long::sum));
  }

  void note(EntryAccount entry) {
    entries.add(entry);
  }

  void note(Loss loss) {
    losses.add(loss);
  }

  void note(Repair repair) {
    repairs.add(repair);
  }

  void note(Room room) {
    roomNames.put(room.guid(), room.name());
  }

  long total() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }

  boolean isEmpty() {
    return losses.isEmpty();
  }

  Map<Guid, String> rooms() {
    return roomNames;
  }

  List<EntryAccount> entries() {
    return entries;
  }

  Account close(String source, String layout, long bytes, boolean written) {
    return new Account(
        source, layout, bytes, written, records, entries, losses, repairs, roomNames);
  }
}
