package org.pchat.union;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Absence;
import org.pchat.model.AddIn;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Origin;
import org.pchat.model.Part;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.UnknownContent;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.UnionProblem;

/**
 * Many snapshots as one archive: every message once, with its latest text, also what is gone.
 * {@link RecordCursor#mark} tells what is gone, replaced or forked, and between which snapshots.
 *
 * <p>Rooms, categories, principals and add-ins are as they were seen last, gone or not. Permissions
 * are those that their room or category had when it was seen last.
 */
public final class UnionSource implements ChatSource {
  private final Pile pile;
  private final boolean single;
  private final Snapshot newest;
  private final Coverage coverage;
  private final ProblemLog problems;
  private final Set<Guid> told = ConcurrentHashMap.newKeySet();
  private @Nullable Structure structure;

  private UnionSource(Pile pile, boolean single) {
    this.pile = pile;
    this.single = single;
    this.newest = pile.snapshots().get(pile.snapshots().size() - 1);
    this.problems = newest.source().problems();
    this.coverage = united(pile.snapshots());
  }

  /**
   * Returns the union, in which several messages of one number stand side by side, the oldest
   * first. Closing it closes the pile.
   */
  public static UnionSource of(Pile pile) {
    return new UnionSource(pile, false);
  }

  /**
   * Returns the union for those who write what can hold one message of each number only: of a fork
   * that of the newest snapshot. The others become problems.
   */
  public UnionSource single() {
    return new UnionSource(pile, true);
  }

  /** Returns the snapshots. */
  public Pile pile() {
    return pile;
  }

  private static Coverage united(List<Snapshot> snapshots) {
    Coverage widest = snapshots.get(0).coverage();
    Set<Field<?>> fields = new HashSet<>();
    boolean assumed = false;
    for (Snapshot snapshot : snapshots) {
      Coverage next = snapshot.coverage();
      widest = reaches(next, widest) ? next : widest;
      fields.addAll(next.fields());
      assumed |= next.zone() == Coverage.Zone.ASSUMED;
    }
    Set<Guid> scope = new HashSet<>(widest.scope());
    for (Snapshot snapshot : snapshots) {
      if (!scope.isEmpty() && !narrower(snapshot.coverage(), widest)) {
        scope.addAll(snapshot.coverage().scope());
      }
    }
    Coverage last = snapshots.get(snapshots.size() - 1).coverage();
    return new Coverage(
        widest.level(),
        scope,
        widest.startDate(),
        last.snapshotTime(),
        assumed ? Coverage.Zone.ASSUMED : last.zone(),
        fields,
        last.messageIdsDerived());
  }

  /** Returns whether a snapshot reaches further than the widest so far: depth, then breadth. */
  private static boolean reaches(Coverage next, Coverage widest) {
    if (next.level() != widest.level() && next.level().covers(widest.level())) {
      return !widest.level().covers(next.level());
    }
    if (!next.level().covers(widest.level())) {
      return false;
    }
    if (next.scope().isEmpty() != widest.scope().isEmpty()) {
      return next.scope().isEmpty();
    }
    return widest.startDate() != null
        && (next.startDate() == null || next.startDate().compareTo(widest.startDate()) < 0);
  }

  private static boolean narrower(Coverage one, Coverage than) {
    return !one.level().covers(than.level())
        || (one.startDate() != null
            && (than.startDate() == null || one.startDate().compareTo(than.startDate()) > 0));
  }

  @Override
  public Origin origin() {
    long bytes = 0;
    List<String> names = new ArrayList<>();
    for (Snapshot snapshot : pile.snapshots()) {
      names.add(snapshot.glimpse().name());
      bytes += Math.max(0, snapshot.source().origin().bytes());
    }
    Origin last = newest.source().origin();
    String name =
        names.size() == 1
            ? names.get(0)
            : names.get(0) + " … " + names.get(names.size() - 1) + " (" + names.size() + ")";
    return new Origin(last.kind(), name, last.layout(), bytes);
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }

  @Override
  public synchronized Structure structure() throws IOException {
    if (structure == null) {
      List<AddIn> addIns = new ArrayList<>();
      try (RecordCursor<AddIn> records = new UnitedRecords<>(pile, Kind.ADD_IN)) {
        while (records.advance()) {
          addIns.add(records.record());
        }
      }
      structure =
          new Structure(
              List.copyOf(pile.nodes().categories().values()),
              List.copyOf(pile.nodes().rooms().values()),
              addIns);
    }
    return structure;
  }

  @Override
  @SuppressWarnings("unchecked") // messages are asked for by their kind
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    return kind == Kind.MESSAGE
        ? (RecordCursor<T>) new RoomChain(this, messageRooms())
        : new UnitedRecords<>(pile, kind);
  }

  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    boolean first = single && told.add(room);
    return new UnitedMessages(pile, room, single, first ? this::tell : forked -> {});
  }

  private void tell(Versions forked) {
    int newestOne = forked.newestIndex();
    Message written = forked.message(newestOne);
    @Nullable Room room = pile.nodes().rooms().get(written.room());
    for (int i = 0; i < forked.size(); i++) {
      if (i != newestOne) {
        problems()
            .add(
                Problem.of(
                    UnionProblem.FORKED,
                    Location.of(name(forked.last(i))),
                    written.id(),
                    room == null ? written.room() : room.name(),
                    name(forked.last(newestOne))));
      }
    }
  }

  private String name(int snapshot) {
    return pile.snapshots().get(snapshot).glimpse().name();
  }

  @Override
  public List<Guid> messageRooms() {
    return List.copyOf(pile.messageRooms());
  }

  @Override
  public boolean readsRoomsApart() {
    return true;
  }

  @Override
  public boolean readsInParallel() {
    return false;
  }

  @Override
  public boolean damaged(Part part) {
    return pile.snapshots().stream().anyMatch(snapshot -> snapshot.isDamaged(part));
  }

  @Override
  public boolean lacks(Kind<?> kind) {
    return pile.snapshots().stream().allMatch(snapshot -> snapshot.source().lacks(kind));
  }

  @Override
  public Absence absence(Kind<?> kind, Guid guid) {
    return pile.snapshots().stream()
        .map(snapshot -> snapshot.source().absence(kind, guid))
        .filter(absence -> absence != Absence.UNEXPLAINED)
        .findFirst()
        .orElse(Absence.UNEXPLAINED);
  }

  @Override
  public Order order(Kind<?> kind) {
    return Order.SORTED;
  }

  /** Those of a part that is the same in all snapshots. */
  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    Optional<Fingerprint> print = newest.source().fingerprint(part);
    return pile.snapshots().stream()
            .allMatch(snapshot -> snapshot.source().fingerprint(part).equals(print))
        ? print
        : Optional.empty();
  }

  @Override
  public UnknownContent unknown() {
    List<String> entries = new ArrayList<>();
    Map<String, Long> names = new HashMap<>();
    Map<String, Long> events = new HashMap<>();
    for (Snapshot snapshot : pile.snapshots()) {
      UnknownContent unknown = snapshot.source().unknown();
      unknown.entries().stream().filter(e -> !entries.contains(e)).forEach(entries::add);
      unknown.names().forEach((name, count) -> names.merge(name, count, Math::max));
      unknown.events().forEach((name, count) -> events.merge(name, count, Math::max));
    }
    return new UnknownContent(entries, names, events);
  }

  /** Returns the log of the newest snapshot; open all with one log to have all in it. */
  @Override
  public ProblemLog problems() {
    return problems;
  }

  @Override
  public void close() throws IOException {
    pile.close();
  }
}
