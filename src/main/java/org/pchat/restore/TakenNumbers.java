package org.pchat.restore;

import java.io.IOException;
import java.util.Objects;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.problem.RestoreProblem;

/** Finds messages whose numbers stand for other messages in the target. Both are in order. */
final class TakenNumbers {
  private final ChatSource source;
  private final ChatSource target;

  /** Takes what was found. */
  interface Taker {
    void add(RestoreProblem code, Object... arguments);
  }

  TakenNumbers(ChatSource source, ChatSource target) {
    this.source = source;
    this.target = target;
  }

  void find(Taker taker) throws IOException {
    if (!target.coverage().holds(Kind.MESSAGE)) {
      return;
    }
    for (Guid room : source.messageRooms()) {
      if (target.structure().room(room).isPresent()) {
        room(room, taker);
      }
    }
  }

  private void room(Guid room, Taker taker) throws IOException {
    long taken = 0;
    long first = 0;
    try (RecordCursor<Message> ours = source.messages(room);
        RecordCursor<Message> theirs = target.messages(room)) {
      boolean more = theirs.advance();
      while (ours.advance()) {
        Message message = ours.record();
        while (more && theirs.record().id() < message.id()) {
          more = theirs.advance();
        }
        if (more && theirs.record().id() == message.id() && !same(message, theirs.record())) {
          first = taken++ == 0 ? message.id() : first;
        }
      }
    }
    if (taken > 0) {
      String name = target.structure().room(room).map(Room::name).orElse(room.toString());
      taker.add(RestoreProblem.NUMBER_TAKEN, taken, name, first);
    }
  }

  private static boolean same(Message a, Message b) {
    return a.sent().equals(b.sent())
        && Objects.equals(a.author(), b.author())
        && a.text().equals(b.text());
  }
}
