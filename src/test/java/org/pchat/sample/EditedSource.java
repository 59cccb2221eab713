package org.pchat.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.pchat.fixture.MadeSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;

/** A later snapshot, seen as an earlier one with changes laid over it. */
final class EditedSource implements MadeSource {
  private final MadeSource before;
  private final Overlay overlay;
  private final Ticks time;

  EditedSource(MadeSource before, Overlay overlay, Ticks time) {
    this.before = before;
    this.overlay = overlay;
    this.time = time;
  }

  @Override
  public Coverage coverage() {
    return MadeSource.wholePool(time);
  }

  @Override
  public Structure structure() {
    Structure old = before.structure();
    return new Structure(
        edited(Kind.CATEGORY, old.categories()),
        edited(Kind.ROOM, old.rooms()),
        edited(Kind.ADD_IN, old.addIns()));
  }

  private <T> List<T> edited(Kind<T> kind, Collection<T> old) {
    var all = new ArrayList<T>();
    over(kind, old.iterator()).forEachRemaining(all::add);
    return all;
  }

  private <T> Iterator<T> over(Kind<T> kind, Iterator<T> old) {
    return overlay.over(kind, old, record -> true);
  }

  @Override
  public Iterator<Principal> principals() {
    return over(Kind.PRINCIPAL, before.principals());
  }

  @Override
  public Iterator<Role> roles() {
    return over(Kind.ROLE, before.roles());
  }

  @Override
  public Iterator<Scope> scopes() {
    return over(Kind.SCOPE, before.scopes());
  }

  @Override
  public Iterator<Message> messagesOf(Guid room) {
    return overlay.over(
        Kind.MESSAGE, before.messagesOf(room), message -> message.room().equals(room));
  }
}
