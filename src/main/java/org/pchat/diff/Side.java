package org.pchat.diff;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.model.Part;
import org.pchat.model.Structure;

/** One of the two snapshots, in order and with the identities of the earlier one. */
final class Side {
  private final ChatSource source;
  private final ChatSource original;
  private final boolean distrusted;
  private final Structure structure;
  private final Coverage coverage;
  private final Set<Guid> messageRooms;
  private final AddressIndex addresses;

  /**
   * Makes a side.
   *
   * @param source the snapshot in order
   * @param original the same before it was put in order
   * @param distrusted whether everything was sorted because the order promised was found broken
   */
  Side(ChatSource source, ChatSource original, boolean distrusted) throws IOException {
    this.source = source;
    this.original = original;
    this.distrusted = distrusted;
    this.structure = source.structure();
    this.coverage = source.coverage();
    this.messageRooms = new HashSet<>(source.messageRooms());
    this.addresses = new AddressIndex(source);
  }

  ChatSource source() {
    return source;
  }

  Structure structure() {
    return structure;
  }

  Coverage coverage() {
    return coverage;
  }

  Set<Guid> messageRooms() {
    return messageRooms;
  }

  AddressIndex addresses() {
    return addresses;
  }

  /** Returns whether records of this kind had to be sorted. */
  boolean isSorted(Kind<?> kind) {
    return distrusted
        || original.order(kind) != Order.SORTED
        || (kind == Kind.MESSAGE && !original.readsRoomsApart());
  }

  /** Returns whether a walk over the part ended early, so far. */
  boolean damaged(Part part) {
    return source.damaged(part);
  }
}
