package org.pchat.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.NastyText;
import org.pchat.fixture.Pools;
import org.pchat.fixture.TextCorpus;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;

/**
 * Two snapshots whose names and texts are hostile, and between which everything happened that can:
 * rooms renamed, made and deleted, texts replaced, messages deleted, and every kind of fork.
 */
final class HostilePair {
  private static final int ROOMS = 25;

  private final List<String> texts;

  HostilePair() throws IOException {
    texts = new ArrayList<>(NastyText.bits());
    texts.addAll(TextCorpus.strings());
    texts.add("a line\r\nand another\twith a tab, 👩‍💻 and \u202Egnp.exe");
    texts.add("word ".repeat(2_000));
  }

  MemorySource before() throws IOException {
    return MemorySource.copyOf(Pools.of(texts.subList(0, ROOMS), texts));
  }

  MemorySource after() throws IOException {
    MemorySource before = before();
    List<Room> rooms = new ArrayList<>();
    for (Room room : before.structure().rooms()) {
      rooms.add(renamed(room, texts.get(texts.size() - 1 - rooms.size() * 7)));
    }
    Guid gone = rooms.remove(3).guid();
    List<Message> messages = new ArrayList<>();
    for (Message message : MemorySource.all(before.records(Kind.MESSAGE))) {
      Message now = message.room().equals(gone) ? null : edited(message);
      if (now != null) {
        messages.add(now);
      }
    }
    Structure old = before.structure();
    var structure = new Structure(List.copyOf(old.categories()), rooms, List.copyOf(old.addIns()));
    return MemorySource.of(structure)
        .withPrincipals(MemorySource.all(before.records(Kind.PRINCIPAL)))
        .withMessages(messages);
  }

  private static Room renamed(Room room, String name) {
    return new Room(
        room.guid(),
        room.category(),
        room.id(),
        name,
        "was " + room.name(),
        room.invite(),
        true,
        room.behavior(),
        room.visibility(),
        room.addIn(),
        room.audit(),
        room.purgedOn(),
        room.lastMessageId(),
        room.derived());
  }

  private @Nullable Message edited(Message m) {
    Ticks later = new Ticks(m.sent().value() + 10_000_000);
    return switch ((int) (m.id() % 40)) {
      case 1 -> null;
      case 2 -> copy(m, m.sent(), m.author(), null, "<b>replaced</b> " + m.text());
      case 3 -> copy(m, later, m.author(), null, m.text());
      case 4 -> copy(m, m.sent(), null, m.text(), m.text());
      case 5 -> copy(m, later, null, "\u202Ekim", "another");
      default -> m;
    };
  }

  private static Message copy(
      Message m, Ticks sent, @Nullable Guid author, @Nullable String raw, String text) {
    return new Message(m.room(), m.id(), sent, author, raw, m.alert(), text, m.rtf());
  }
}
