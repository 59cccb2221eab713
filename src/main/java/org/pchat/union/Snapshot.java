package org.pchat.union;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Glimpse;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.model.Part;
import org.pchat.model.Ticks;

/**
 * One of many sources, in its place among them.
 *
 * <p>Its records are sorted, rooms are read apart, and where GUIDs had to be derived they are those
 * of the other snapshots.
 */
public final class Snapshot {
  private final int number;
  private final ChatSource source;
  private final ChatSource original;
  private final Coverage coverage;
  private final Glimpse glimpse;
  private final Dating dating;
  private final Ticks moment;
  private final Set<Guid> messageRooms;

  Snapshot(int number, ChatSource source, ChatSource original, Chronology.Dated dated)
      throws IOException {
    this.number = number;
    this.source = source;
    this.original = original;
    this.coverage = source.coverage();
    this.glimpse = new Glimpse(source.origin().name(), coverage.snapshotTime());
    this.dating = dated.dating();
    this.moment = dated.time();
    this.messageRooms = new HashSet<>(source.messageRooms());
  }

  /** Returns its place among all, counted from 0 for the oldest. */
  public int number() {
    return number;
  }

  /** Returns the source, in order. */
  public ChatSource source() {
    return source;
  }

  /** Returns what it covers. */
  public Coverage coverage() {
    return coverage;
  }

  /** Returns its name and time. */
  public Glimpse glimpse() {
    return glimpse;
  }

  /** Returns how its place is known. */
  public Dating dating() {
    return dating;
  }

  /** Returns when it was made, or at the earliest. */
  public Ticks moment() {
    return moment;
  }

  /** Returns whether any part of it was found damaged so far. */
  public boolean isDamaged() {
    return Kind.ALL.stream().anyMatch(kind -> isDamaged(Part.of(kind)));
  }

  boolean isDamaged(Part part) {
    return source.damaged(part) || (part.room() == null && source.lacks(part.kind()));
  }

  /** Returns whether it has messages of a room, or an empty part for them. */
  public boolean hasMessagesOf(Guid room) {
    return messageRooms.contains(room);
  }

  Set<Guid> messageRooms() {
    return messageRooms;
  }

  /** Returns whether records of a kind had to be sorted, so that what is lost may be anywhere. */
  boolean isSorted(Kind<?> kind) {
    return original.order(kind) != Order.SORTED
        || (kind == Kind.MESSAGE && !original.readsRoomsApart());
  }
}
