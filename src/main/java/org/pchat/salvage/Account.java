package org.pchat.salvage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;

/**
 * What was saved of a damaged export and what was not. Saved and lost together are the export, as
 * far as anything in it says what there was.
 *
 * @param source the export, as the caller named it
 * @param layout how it is spelled
 * @param bytes how long it is
 * @param written whether a file was written; not if nothing could be saved
 * @param records how many records of each kind were saved
 * @param entries what became of each entry
 * @param losses what was not saved, in the order in which it stood
 * @param repairs what was changed to be saved
 * @param roomNames the names of rooms that are known
 */
public record Account(
    String source,
    String layout,
    long bytes,
    boolean written,
    Map<Kind<?>, Long> records,
    List<EntryAccount> entries,
    List<Loss> losses,
    List<Repair> repairs,
    Map<Guid, String> roomNames) {
  /** Copies. */
  public Account {
    records = Map.copyOf(records);
    entries = List.copyOf(entries);
    losses = List.copyOf(losses);
    repairs = List.copyOf(repairs);
    roomNames = Map.copyOf(roomNames);
  }

  /** Returns whether nothing was lost, not even a character. */
  public boolean isWhole() {
    return losses.isEmpty()
        && repairs.stream().allMatch(Repair::exact)
        && entries.stream().noneMatch(entry -> entry.state() == EntryAccount.State.DOUBTFUL);
  }

  /** Returns how many records were saved. */
  public long total() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the name of a room, if it is known. */
  public Optional<String> roomName(@Nullable Guid room) {
    return Optional.ofNullable(room).map(roomNames::get);
  }
}
