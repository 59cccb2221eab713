package org.pchat.union;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;

/**
 * Puts sources in the order of their times, whatever order they were named in. Those that do not
 * say when they were made stand where the newest moment that they mention puts them.
 */
final class Chronology {
  private Chronology() {}

  /** A source and when it was made, or at the earliest. */
  record Dated(ChatSource source, Ticks time, Dating dating) {}

  static List<Dated> order(List<ChatSource> sources) throws IOException {
    List<Dated> dated = new ArrayList<>();
    for (ChatSource source : sources) {
      Ticks stated = source.coverage().snapshotTime();
      dated.add(
          stated == null
              ? new Dated(source, newest(source), Dating.BY_CONTENT)
              : new Dated(source, stated, Dating.STATED));
    }
    dated.sort(
        Comparator.comparing(Dated::time)
            .thenComparing(d -> d.source.coverage().level())
            .thenComparing(d -> d.source.origin().name()));
    for (int i = 0; i < dated.size(); i++) {
      Dated here = dated.get(i);
      if (here.dating == Dating.BY_CONTENT && isCertain(dated, i)) {
        dated.set(i, new Dated(here.source, here.time, Dating.BY_NUMBERS));
      }
    }
    return dated;
  }

  private static boolean isCertain(List<Dated> dated, int at) throws IOException {
    Structure here = dated.get(at).source.structure();
    boolean after = at > 0 && ascends(dated.get(at - 1).source.structure(), here);
    boolean before = at + 1 < dated.size() && ascends(here, dated.get(at + 1).source.structure());
    return (at == 0 || after) && (at + 1 == dated.size() || before);
  }

  /** Returns whether some room had given out more numbers later, and none fewer. */
  private static boolean ascends(Structure earlier, Structure later) {
    boolean more = false;
    for (Room room : earlier.rooms()) {
      @Nullable Long old = room.lastMessageId();
      @Nullable Long now = later.room(room.guid()).map(Room::lastMessageId).orElse(null);
      if (old != null && now != null) {
        if (now < old) {
          return false;
        }
        more |= now > old;
      }
    }
    return more;
  }

  /** Returns the newest moment that a source mentions; the beginning of time if it has none. */
  private static Ticks newest(ChatSource source) throws IOException {
    Ticks newest = new Ticks(0);
    for (Room room : source.structure().rooms()) {
      newest = later(newest, room.audit().updatedOn());
      newest = later(newest, room.audit().addedOn());
    }
    for (Category category : source.structure().categories()) {
      newest = later(newest, category.audit().updatedOn());
      newest = later(newest, category.audit().addedOn());
    }
    if (source.coverage().holds(Kind.MESSAGE)) {
      try (RecordCursor<Message> messages = source.records(Kind.MESSAGE)) {
        while (messages.advance()) {
          newest = later(newest, messages.record().sent());
        }
      }
    }
    return newest;
  }

  private static Ticks later(Ticks known, @Nullable Ticks next) {
    return next == null || next.compareTo(known) <= 0 ? known : next;
  }
}
