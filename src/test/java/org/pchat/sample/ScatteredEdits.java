package org.pchat.sample;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MadeSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/**
 * A snapshot with edits scattered over it, of any size, in constant memory: in every so manieth
 * room every so manieth message is replaced or deleted, in turn.
 */
final class ScatteredEdits implements MadeSource {
  private final MadeSource base;
  private final int roomStep;
  private final int messageStep;

  ScatteredEdits(MadeSource base, int roomStep, int messageStep) {
    this.base = base;
    this.roomStep = roomStep;
    this.messageStep = messageStep;
  }

  /** Parses {@code scattered:ROOMS:MESSAGES}: every so manieth room, every so manieth message. */
  static ScatteredEdits parse(String text, MadeSource base) {
    String[] steps = text.split(":", -1);
    return new ScatteredEdits(base, Integer.parseInt(steps[1]), Integer.parseInt(steps[2]));
  }

  @Override
  public Coverage coverage() {
    return MadeSource.wholePool(Calendar.ticks(Calendar.TUESDAY));
  }

  @Override
  public Structure structure() {
    return base.structure();
  }

  @Override
  public Iterator<Principal> principals() {
    return base.principals();
  }

  @Override
  public Iterator<Role> roles() {
    return base.roles();
  }

  @Override
  public Iterator<Scope> scopes() {
    return base.scopes();
  }

  @Override
  public Iterator<Message> messagesOf(Guid room) {
    List<Guid> rooms = base.messageRooms();
    Iterator<Message> messages = base.messagesOf(room);
    return rooms.indexOf(room) % roomStep == 0 ? new Edited(messages, messageStep) : messages;
  }

  private static final class Edited implements Iterator<Message> {
    private final Iterator<Message> messages;
    private final int step;
    private long position;
    private @Nullable Message next;

    Edited(Iterator<Message> messages, int step) {
      this.messages = messages;
      this.step = step;
      advance();
    }

    private void advance() {
      next = null;
      while (next == null && messages.hasNext()) {
        Message message = messages.next();
        position++;
        if (position % step != 0) {
          next = message;
        } else if (position / step % 2 == 0) {
          next = Rewriting.withText(message, Edits.REPLACEMENT);
        }
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Message next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      Message message = next;
      advance();
      return message;
    }
  }
}
