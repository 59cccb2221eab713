package org.pchat.diff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pchat.model.Absence;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Fingerprint;
import org.pchat.model.ForwardingCursor;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Part;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.model.Structure;

/**
 * A source whose records have the identities of another, so that both can be merged. Only messages
 * keep an order, since they are read room by room; fingerprints no longer mean anything.
 */
final class TranslatedSource extends OpenSource {
  /** The GUID of no room. */
  private static final Guid NOBODY = new Guid(0x7063_6861_742d_6e6fL, 0x2d72_6f6f_6d2d_2d2dL);

  private final ChatSource source;
  private final Identities identities;
  private final Map<Guid, Guid> back = new HashMap<>();
  private final Map<Guid, Guid> people = new HashMap<>();

  TranslatedSource(ChatSource source, Identities identities) {
    super(source);
    this.source = source;
    this.identities = identities;
    identities.nodes().forEach((own, other) -> back.put(other, own));
    identities.principals().forEach((own, other) -> people.put(other, own));
  }

  /** Returns what the source itself calls the room; nothing where that name means another there. */
  private Guid own(Guid room) {
    Guid own = back.get(room);
    if (own != null) {
      return own;
    }
    return identities.nodes().containsKey(room) ? NOBODY : room;
  }

  private Part own(Part part) {
    return part.room() == null ? part : new Part(part.kind(), own(part.room()));
  }

  @Override
  public Coverage coverage() {
    Coverage c = source.coverage();
    Set<Guid> scope = c.scope().stream().map(identities::node).collect(Collectors.toSet());
    return new Coverage(
        c.level(),
        scope,
        c.startDate(),
        c.snapshotTime(),
        c.zone(),
        c.fields(),
        c.messageIdsDerived());
  }

  @Override
  public Structure structure() throws IOException {
    Structure structure = source.structure();
    return new Structure(
        structure.categories().stream().map(identities::category).toList(),
        structure.rooms().stream().map(identities::room).toList(),
        structure.addIns().stream().map(identities::translate).toList());
  }

  @Override
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    return new Translated<>(source.records(kind));
  }

  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    return new Translated<>(source.messages(own(room)));
  }

  @Override
  public List<Guid> messageRooms() throws IOException {
    Set<Guid> rooms = new TreeSet<>();
    source.messageRooms().forEach(room -> rooms.add(identities.node(room)));
    return new ArrayList<>(rooms);
  }

  @Override
  public Order order(Kind<?> kind) {
    return kind == Kind.MESSAGE ? source.order(kind) : Order.UNSORTED;
  }

  @Override
  public Absence absence(Kind<?> kind, Guid guid) {
    boolean person = kind == Kind.PRINCIPAL;
    return source.absence(kind, person ? people.getOrDefault(guid, guid) : own(guid));
  }

  @Override
  public boolean damaged(Part part) {
    return source.damaged(own(part));
  }

  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    return Optional.empty();
  }

  @Override
  public OptionalLong statedCount(Part part) {
    return source.statedCount(own(part));
  }

  /** Walks over records of another, translated; their bytes say something else. */
  private final class Translated<T> extends ForwardingCursor<T> {
    Translated(RecordCursor<T> cursor) {
      super(cursor);
    }

    @Override
    public T record() {
      return identities.translate(Objects.requireNonNull(super.record()));
    }

    @Override
    public Optional<RawRecord> raw() {
      return Optional.empty();
    }
  }
}
