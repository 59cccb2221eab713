package org.pchat.select;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.TreeSet;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.order.SortedCursor;
import org.pchat.spill.SortSpace;

/**
 * Walks over the selected messages of a source, in bounded memory.
 *
 * <p>Where a source opens rooms apart, the order by room costs one room at a time. Every other
 * order is an external sort; such walks know no raw bytes.
 */
public final class MessageWalk {
  private final ChatSource source;
  private final Selection selection;
  private final SortSpace space;

  private MessageWalk(ChatSource source, Selection selection, SortSpace space) {
    this.source = source;
    this.selection = selection;
    this.space = space;
  }

  /** Opens a walk over a slice of the selected messages, in order. */
  public static RecordCursor<Message> open(
      ChatSource source, Selection selection, WalkOrder order, Slice slice) throws IOException {
    return open(source, selection, order, slice, SortSpace.defaults());
  }

  /** Opens the same, where a sort keeps within {@code space}. */
  public static RecordCursor<Message> open(
      ChatSource source, Selection selection, WalkOrder order, Slice slice, SortSpace space)
      throws IOException {
    return slice(new MessageWalk(source, selection, space).inOrder(order), slice);
  }

  /** Opens a walk over the selected messages in whatever order costs least. */
  public static RecordCursor<Message> openUnordered(ChatSource source, Selection selection)
      throws IOException {
    return new MessageWalk(source, selection, SortSpace.defaults()).unordered();
  }

  private RecordCursor<Message> inOrder(WalkOrder order) throws IOException {
    var rooms = new RoomOrder(source.structure());
    return switch (order) {
      case BY_ROOM ->
          source.readsRoomsApart() && source.order(Kind.MESSAGE) != Order.UNSORTED
              ? roomByRoom(rooms)
              : sorted(Comparator.comparing(Message::room, rooms).thenComparingLong(Message::id));
      case BY_TIME ->
          sorted(
              Comparator.comparing(Message::sent)
                  .thenComparing(Message::room, rooms)
                  .thenComparingLong(Message::id));
    };
  }

  private RecordCursor<Message> unordered() throws IOException {
    return selection.rooms().isPresent() && source.readsRoomsApart()
        ? roomByRoom(Comparator.naturalOrder())
        : selected(source.records(Kind.MESSAGE));
  }

  private RecordCursor<Message> roomByRoom(Comparator<Guid> order) throws IOException {
    var rooms = new TreeSet<>(order);
    rooms.addAll(source.messageRooms());
    rooms.removeIf(room -> !selection.selectsRoom(room));
    return selected(new RoomByRoomCursor(source, rooms));
  }

  private RecordCursor<Message> selected(RecordCursor<Message> messages) {
    return new FilteredCursor<>(messages, selection::selects);
  }

  private RecordCursor<Message> sorted(Comparator<Message> order) throws IOException {
    return SortedCursor.of(unordered(), Kind.MESSAGE, order, Watch.NONE, space);
  }

  private static RecordCursor<Message> slice(RecordCursor<Message> messages, Slice slice)
      throws IOException {
    if (slice.equals(Slice.ALL)) {
      return messages;
    }
    return switch (slice.end()) {
      case FIRST -> new FilteredCursor<>(messages, message -> true, slice.count());
      case LAST -> last(messages, slice.count());
    };
  }

  private static RecordCursor<Message> last(RecordCursor<Message> messages, long count)
      throws IOException {
    Deque<HeldCursor.Held> held = new ArrayDeque<>();
    try (messages) {
      while (messages.advance()) {
        held.add(new HeldCursor.Held(messages.record(), messages.mark()));
        if (held.size() > count) {
          held.remove();
        }
      }
      return new HeldCursor(held, messages.passedOver());
    }
  }
}
