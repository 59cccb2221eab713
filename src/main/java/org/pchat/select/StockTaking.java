package org.pchat.select;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.pchat.model.AccountState;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Part;
import org.pchat.model.Principal;
import org.pchat.model.Room;
import org.pchat.model.Visibility;
import org.pchat.select.Inventory.RoomCount;

/** Counts what a source holds. */
final class StockTaking {
  private final Map<AccountState, Long> accounts = new EnumMap<>(AccountState.class);
  private final Map<Visibility, Long> visibilities = new EnumMap<>(Visibility.class);
  private final Map<Guid, Long> messagesByRoom = new HashMap<>();
  private final MessageTally messages = new MessageTally();
  private final Inventory.Counts counts;
  private final boolean messagesRead;
  private long categories;
  private long disabledRooms;

  /**
   * Takes stock.
   *
   * @param believing whether to take the source's word for its messages, if it gives it
   */
  StockTaking(ChatSource source, boolean believing) throws IOException {
    OptionalLong stated =
        believing ? source.statedCount(Part.of(Kind.MESSAGE)) : OptionalLong.empty();
    messagesRead = stated.isEmpty();
    for (Visibility visibility : Visibility.values()) {
      visibilities.put(visibility, 0L);
    }
    long principals = each(source, Kind.PRINCIPAL, this::add);
    long addIns = each(source, Kind.ADD_IN, record -> {});
    Coverage coverage = source.coverage();
    each(source, Kind.CATEGORY, category -> categories += coverage.isRoot(category) ? 0 : 1);
    long rooms = each(source, Kind.ROOM, this::add);
    long roles = each(source, Kind.ROLE, record -> {});
    long scopes = each(source, Kind.SCOPE, record -> {});
    long posted =
        stated.isPresent() ? believe(source, stated) : each(source, Kind.MESSAGE, this::add);
    counts = new Inventory.Counts(categories, rooms, principals, addIns, roles, scopes, posted);
  }

  /** Hands each record to {@code consumer} and returns how many there were. */
  private static <T> long each(ChatSource source, Kind<T> kind, Consumer<T> consumer)
      throws IOException {
    long count = 0;
    try (var records = source.records(kind)) {
      while (records.advance()) {
        consumer.accept(records.record());
        count++;
      }
    }
    return count;
  }

  private long believe(ChatSource source, OptionalLong stated) throws IOException {
    for (Guid room : source.messageRooms()) {
      long posted = source.statedCount(Part.messagesOf(room)).orElse(0);
      messagesByRoom.merge(room, posted, Long::sum);
    }
    return stated.getAsLong();
  }

  private void add(Principal principal) {
    accounts.merge(principal.disabled(), 1L, Long::sum);
  }

  private void add(Room room) {
    disabledRooms += room.disabled() ? 1 : 0;
    visibilities.merge(room.visibility(), 1L, Long::sum);
    messagesByRoom.putIfAbsent(room.guid(), 0L);
  }

  private void add(Message message) {
    messagesByRoom.merge(message.room(), 1L, Long::sum);
    messages.add(message);
  }

  Inventory inventory() {
    List<RoomCount> used =
        messagesByRoom.entrySet().stream()
            .filter(room -> room.getValue() > 0)
            .map(room -> new RoomCount(room.getKey(), room.getValue()))
            .toList();
    return new Inventory(
        counts,
        messages.first(),
        messages.last(),
        messagesRead ? messages.content() : null,
        new Inventory.Rooms(
            messagesByRoom.size() - used.size(),
            disabledRooms,
            visibilities,
            used.stream().max(RoomCount.ORDER).orElse(null),
            used.stream().min(RoomCount.ORDER).orElse(null)),
        new Inventory.Accounts(
            accounts.getOrDefault(AccountState.DISABLED, 0L),
            accounts.getOrDefault(AccountState.DELETED, 0L)));
  }
}
