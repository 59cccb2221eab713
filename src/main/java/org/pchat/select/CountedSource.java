package org.pchat.select;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.ForwardingCursor;
import org.pchat.model.ForwardingSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;

/** Counts what a job takes from a source, so that nobody has to read it twice. One thread. */
public final class CountedSource extends ForwardingSource {
  private final Map<Kind<?>, Long> counts = new HashMap<>();
  private final Map<Guid, RoomCount> rooms = new HashMap<>();
  private RoomCount current = new RoomCount(new Guid(0, 0));

  /** What was taken of one room; kept at hand while its messages come. */
  private static final class RoomCount {
    private final Guid room;
    private long messages;
    private long fileLinks;

    RoomCount(Guid room) {
      this.room = room;
    }
  }

  /** Counts what is taken from {@code source} from now on. */
  public CountedSource(ChatSource source) {
    super(source);
  }

  /** Returns how many records of a kind were taken; the root is no category. */
  public long count(Kind<?> kind) {
    return kind == Kind.MESSAGE
        ? rooms.values().stream().mapToLong(room -> room.messages).sum()
        : counts.getOrDefault(kind, 0L);
  }

  /** Returns how many messages of a room were taken. */
  public long messagesOf(Guid room) {
    RoomCount count = rooms.get(room);
    return count == null ? 0 : count.messages;
  }

  /** Returns how many links to files the messages of a room have that were taken. */
  public long fileLinksOf(Guid room) {
    RoomCount count = rooms.get(room);
    return count == null ? 0 : count.fileLinks;
  }

  /** Returns how many links to files the messages have that were taken. */
  public long fileLinks() {
    return rooms.values().stream().mapToLong(room -> room.fileLinks).sum();
  }

  private void note(Kind<?> kind, Object record) {
    if (record instanceof Message message) {
      note(message);
    } else if (!(record instanceof Category category && coverage().isRoot(category))) {
      counts.merge(kind, 1L, Long::sum);
    }
  }

  private void note(Message message) {
    if (current.messages == 0 || !current.room.equals(message.room())) {
      current = rooms.computeIfAbsent(message.room(), RoomCount::new);
    }
    current.messages++;
    current.fileLinks += FileLink.in(message.text()).size();
  }

  private final class Counting<T> extends ForwardingCursor<T> {
    private final Kind<?> kind;

    Counting(RecordCursor<T> cursor, Kind<?> kind) {
      super(cursor);
      this.kind = kind;
    }

    @Override
    public boolean advance() throws IOException {
      boolean more = super.advance();
      if (more) {
        note(kind, record());
      }
      return more;
    }
  }

  @Override
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    return new Counting<>(super.records(kind), kind);
  }

  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    return new Counting<>(super.messages(room), Kind.MESSAGE);
  }

  /** One count at a time. */
  @Override
  public boolean readsInParallel() {
    return false;
  }
}
