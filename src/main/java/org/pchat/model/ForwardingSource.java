package org.pchat.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pchat.problem.ProblemLog;

/**
 * A source that asks another, for those that differ from it in some answers. It forwards every
 * question there is, so that none falls back to the default by oversight.
 */
public abstract class ForwardingSource implements ChatSource {
  private final ChatSource source;

  /** Asks {@code source}. */
  protected ForwardingSource(ChatSource source) {
    this.source = source;
  }

  @Override
  public Origin origin() {
    return source.origin();
  }

  @Override
  public List<OriginDetail> details() {
    return source.details();
  }

  @Override
  public Coverage coverage() {
    return source.coverage();
  }

  @Override
  public Consistency consistency() {
    return source.consistency();
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
  public boolean lacks(Kind<?> kind) {
    return source.lacks(kind);
  }

  @Override
  public Absence absence(Kind<?> kind, Guid guid) {
    return source.absence(kind, guid);
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
  public void close() throws IOException {
    source.close();
  }
}
