package org.pchat.diff;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Origin;
import org.pchat.model.Part;
import org.pchat.model.RecordCursor;
import org.pchat.model.Structure;
import org.pchat.model.UnknownContent;
import org.pchat.problem.ProblemLog;

/** Another's source, which stays open when this is closed. */
class OpenSource implements ChatSource {
  private final ChatSource source;

  OpenSource(ChatSource source) {
    this.source = source;
  }

  @Override
  public Origin origin() {
    return source.origin();
  }

  @Override
  public Coverage coverage() {
    return source.coverage();
  }

  @Override
  public Structure structure() throws IOException {
    return source.structure();
  }

  @Override
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    return source.records(kind);
  }

  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    return source.messages(room);
  }

  @Override
  public List<Guid> messageRooms() throws IOException {
    return source.messageRooms();
  }

  @Override
  public boolean readsRoomsApart() {
    return source.readsRoomsApart();
  }

  @Override
  public boolean readsInParallel() {
    return source.readsInParallel();
  }

  @Override
  public boolean damaged(Part part) {
    return source.damaged(part);
  }

  @Override
  public Order order(Kind<?> kind) {
    return source.order(kind);
  }

  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    return source.fingerprint(part);
  }

  @Override
  public OptionalLong statedCount(Part part) {
    return source.statedCount(part);
  }

  @Override
  public UnknownContent unknown() {
    return source.unknown();
  }

  @Override
  public ProblemLog problems() {
    return source.problems();
  }

  @Override
  public void close() {}
}
