package org.pchat.sample;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.pchat.fixture.MadeSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/**
 * A pool whose messages all stand in its first room, numbered from 1: one entry as large as one
 * likes. The other rooms are gone with their roles.
 */
final class OneRoom implements MadeSource {
  private final MadeSource base;
  private final Room room;

  OneRoom(MadeSource base) {
    this.base = base;
    this.room = base.structure().rooms().iterator().next();
  }

  @Override
  public Coverage coverage() {
    return base.coverage();
  }

  @Override
  public Structure structure() {
    Structure all = base.structure();
    return new Structure(List.copyOf(all.categories()), List.of(room), List.copyOf(all.addIns()));
  }

  @Override
  public Iterator<Principal> principals() {
    return base.principals();
  }

  @Override
  public Iterator<Role> roles() {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<Scope> scopes() {
    return base.scopes();
  }

  @Override
  public Iterator<Message> messagesOf(Guid guid) {
    if (!guid.equals(room.guid())) {
      return Collections.emptyIterator();
    }
    Iterator<Message> all = base.iterator(Kind.MESSAGE);
    return new Iterator<>() {
      private long last;

      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Message next() {
        Message m = all.next();
        return new Message(
            room.guid(), ++last, m.sent(), m.author(), m.authorRaw(), m.alert(), m.text(), m.rtf());
      }
    };
  }
}
