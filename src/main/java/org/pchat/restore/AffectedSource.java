package org.pchat.restore;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.pchat.model.ChatSource;
import org.pchat.model.Fingerprint;
import org.pchat.model.ForwardingSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Part;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;

/**
 * A target with the messages of those rooms only that a package may touch: by GUID or by name. It
 * stays open when this is closed.
 */
final class AffectedSource extends ForwardingSource {
  private final ChatSource target;
  private final Set<Guid> rooms = new HashSet<>();

  /** Finds out which rooms these are; {@code target} is in order and reads rooms apart. */
  AffectedSource(ChatSource target, ChatSource source) throws IOException {
    super(target);
    this.target = target;
    Set<Guid> guids = new HashSet<>(source.messageRooms());
    Set<String> names = new HashSet<>();
    for (Room room : source.structure().rooms()) {
      guids.add(room.guid());
      names.add(key(room.name()));
    }
    for (Room room : target.structure().rooms()) {
      if (guids.contains(room.guid()) || names.contains(key(room.name()))) {
        rooms.add(room.guid());
      }
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  @SuppressWarnings("unchecked") // the kind of messages is that of messages
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    if (kind != Kind.MESSAGE) {
      return target.records(kind);
    }
    return (RecordCursor<T>) new RoomsInTurn(target, messageRooms());
  }

  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    return rooms.contains(room) ? target.messages(room) : new RoomsInTurn(target, List.of());
  }

  @Override
  public List<Guid> messageRooms() throws IOException {
    return target.messageRooms().stream().filter(rooms::contains).sorted().toList();
  }

  @Override
  public boolean readsRoomsApart() {
    return true;
  }

  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    return Optional.empty();
  }

  @Override
  public OptionalLong statedCount(Part part) {
    return OptionalLong.empty();
  }

  @Override
  public void close() {}
}
