package org.pchat.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.IteratorCursor;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Absence;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Origin;
import org.pchat.model.Part;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.model.Structure;
import org.pchat.model.UnknownContent;
import org.pchat.problem.Location;
import org.pchat.problem.ProblemLog;

/** A small source that says less, or in another order, than the one it is made from. */
final class AlteredSource implements ChatSource {
  private final MemorySource source;
  private final ProblemLog log = ProblemLog.tolerant();
  private final Map<Kind<?>, Long> passedOver = new HashMap<>();
  private final Map<Guid, Absence> absences = new HashMap<>();
  private final Map<Object, Set<String>> doubtful = new HashMap<>();
  private final Map<Object, Object> twice = new HashMap<>();
  private Coverage coverage;
  private @Nullable Random shuffle;

  AlteredSource(MemorySource source) {
    this.source = source;
    this.coverage = source.coverage();
  }

  AlteredSource with(Coverage newCoverage) {
    coverage = newCoverage;
    return this;
  }

  AlteredSource passedOver(Kind<?> kind) {
    passedOver.put(kind, 1L);
    return this;
  }

  AlteredSource absent(Guid guid, Absence why) {
    absences.put(guid, why);
    return this;
  }

  AlteredSource doubtful(Object record, String field) {
    doubtful.put(record, Set.of(field));
    return this;
  }

  /** Delivers the record a second time. */
  AlteredSource twice(Object record) {
    twice.put(record, record);
    return this;
  }

  AlteredSource shuffled(long seed) {
    shuffle = new Random(seed);
    return this;
  }

  @Override
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    List<T> records = new ArrayList<>();
    for (T record : MemorySource.all(source.records(kind))) {
      records.add(record);
      if (twice.containsKey(record)) {
        records.add(record);
      }
    }
    if (shuffle != null) {
      Collections.shuffle(records, shuffle);
    }
    return new AlteredCursor<>(kind, new IteratorCursor<>(records.iterator()));
  }

  /** Adds what is known of the records. */
  private final class AlteredCursor<T> implements RecordCursor<T> {
    private final Kind<T> kind;
    private final RecordCursor<T> cursor;
    private long line;

    AlteredCursor(Kind<T> kind, RecordCursor<T> cursor) {
      this.kind = kind;
      this.cursor = cursor;
    }

    @Override
    public boolean advance() throws IOException {
      line++;
      return cursor.advance();
    }

    @Override
    public T record() {
      return cursor.record();
    }

    @Override
    public Location location() {
      return new Location("altered", kind.word(), line, 1);
    }

    @Override
    public Optional<RawRecord> raw() {
      return Optional.empty();
    }

    @Override
    public long passedOver() {
      return passedOver.getOrDefault(kind, 0L);
    }

    @Override
    public Set<String> doubtful() {
      return doubtful.getOrDefault(cursor.record(), Set.of());
    }

    @Override
    public void close() throws IOException {
      cursor.close();
    }
  }

  @Override
  public Absence absence(Kind<?> kind, Guid guid) {
    return absences.getOrDefault(guid, Absence.UNEXPLAINED);
  }

  @Override
  public Order order(Kind<?> kind) {
    return shuffle == null ? Order.SORTED : Order.UNSORTED;
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }

  @Override
  public ProblemLog problems() {
    return log;
  }

  @Override
  public boolean readsRoomsApart() {
    return false;
  }

  @Override
  public Origin origin() {
    return source.origin();
  }

  @Override
  public Structure structure() {
    return source.structure();
  }

  @Override
  public RecordCursor<Message> messages(Guid room) {
    throw new UnsupportedOperationException("rooms are not read apart");
  }

  @Override
  public List<Guid> messageRooms() {
    return source.messageRooms();
  }

  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    return Optional.empty();
  }

  @Override
  public UnknownContent unknown() {
    return UnknownContent.NONE;
  }

  @Override
  public void close() {}
}
