package org.pchat.select;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.pchat.fixture.IteratorCursor;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Origin;
import org.pchat.model.Part;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;
import org.pchat.model.Structure;
import org.pchat.model.UnknownContent;
import org.pchat.problem.ProblemLog;

/**
 * A source that cannot open rooms apart and delivers messages and principals as some iterator does;
 * the rest is another source's.
 */
final class OnePassSource implements ChatSource {
  private final ChatSource rest;
  private final Supplier<Iterator<Message>> messages;
  private final Supplier<Iterator<Principal>> principals;

  OnePassSource(
      ChatSource rest,
      Supplier<Iterator<Message>> messages,
      Supplier<Iterator<Principal>> principals) {
    this.rest = rest;
    this.messages = messages;
    this.principals = principals;
  }

  /** The same records in another order. */
  static OnePassSource shuffled(ChatSource source, int seed) throws IOException {
    List<Message> messages = new ArrayList<>(MemorySource.all(source.records(Kind.MESSAGE)));
    List<Principal> principals = new ArrayList<>(MemorySource.all(source.records(Kind.PRINCIPAL)));
    Collections.shuffle(messages, new Random(seed));
    Collections.shuffle(principals, new Random(seed));
    return new OnePassSource(source, messages::iterator, principals::iterator);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    if (kind.equals(Kind.MESSAGE)) {
      return (RecordCursor<T>) new IteratorCursor<>(messages.get());
    }
    return kind.equals(Kind.PRINCIPAL)
        ? (RecordCursor<T>) new IteratorCursor<>(principals.get())
        : rest.records(kind);
  }

  @Override
  public RecordCursor<Message> messages(Guid room) {
    throw new AssertionError("a room was opened apart");
  }

  @Override
  public boolean readsRoomsApart() {
    return false;
  }

  @Override
  public Order order(Kind<?> kind) {
    return Order.UNSORTED;
  }

  @Override
  public Origin origin() {
    return rest.origin();
  }

  @Override
  public Coverage coverage() {
    return rest.coverage();
  }

  @Override
  public Structure structure() throws IOException {
    return rest.structure();
  }

  @Override
  public List<Guid> messageRooms() throws IOException {
    return rest.messageRooms();
  }

  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    return Optional.empty();
  }

  @Override
  public UnknownContent unknown() {
    return rest.unknown();
  }

  @Override
  public ProblemLog problems() {
    return rest.problems();
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }
}
