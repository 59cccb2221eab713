package org.pchat.union;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.AddressIndex;
import org.pchat.diff.Diff;
import org.pchat.diff.FieldRules;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Field;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Interval;
import org.pchat.model.Kind;
import org.pchat.model.Part;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.model.Ticks;
import org.pchat.model.Watch;
import org.pchat.order.SortedSource;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.UnionProblem;
import org.pchat.spill.SortSpace;

/**
 * Many snapshots of one pool, ordered by their times.
 *
 * <p>The order in which they are named never matters. Parts with equal fingerprints ({@link
 * ChatSource#fingerprint}) are read once for all snapshots that have them.
 *
 * <p><b>Memory.</b> Each snapshot's own structure and list of entries; for each room and category
 * five bytes a snapshot; while messages are merged one open room a snapshot.
 */
public final class Pile implements Closeable {
  private final List<Snapshot> snapshots;
  private final Watch watch;
  private final SortSpace space;
  private final NodeStates nodes;
  private final Map<List<Set<Field<?>>>, FieldRules> rules = new HashMap<>();
  private final Map<List<Integer>, Interval> intervals = new HashMap<>();
  private @Nullable AddressIndex addresses;

  private Pile(List<Snapshot> snapshots, Watch watch, SortSpace space) throws IOException {
    this.snapshots = List.copyOf(snapshots);
    this.watch = watch;
    this.space = space;
    this.nodes = new NodeStates(this);
  }

  /**
   * Orders sources, brings them into one set of identities, and reads their rooms and categories.
   *
   * @param sources at least one; closed with the pile, or else by the caller
   * @throws MalformedArchiveException if one of several has no numbers of messages
   */
  public static Pile of(List<ChatSource> sources, Watch watch, SortSpace space) throws IOException {
    List<Chronology.Dated> dated = Chronology.order(sources);
    for (Chronology.Dated one : dated) {
      if (sources.size() > 1 && one.source().coverage().messageIdsDerived()) {
        throw new MalformedArchiveException(
            Problem.of(UnionProblem.NUMBERS_DERIVED, Location.of(one.source().origin().name())));
      }
    }
    return new Pile(snapshots(dated, aligned(dated, watch, space), watch, space), watch, space);
  }

  private static List<Snapshot> snapshots(
      List<Chronology.Dated> dated,
      Map<ChatSource, ChatSource> aligned,
      Watch watch,
      SortSpace space)
      throws IOException {
    List<Snapshot> snapshots = new ArrayList<>();
    for (Chronology.Dated one : dated) {
      ChatSource own = aligned.getOrDefault(one.source(), one.source());
      ChatSource sorted = SortedSource.of(own, watch, space);
      snapshots.add(new Snapshot(snapshots.size(), sorted, own, one));
    }
    return snapshots;
  }

  /** Returns those whose GUIDs are derived with the identities of all others together. */
  private static Map<ChatSource, ChatSource> aligned(
      List<Chronology.Dated> dated, Watch watch, SortSpace space) throws IOException {
    List<Chronology.Dated> own = new ArrayList<>();
    List<Chronology.Dated> derived = new ArrayList<>();
    Set<Fingerprint> plain = new HashSet<>();
    for (Chronology.Dated one : dated) {
      (dated.size() > 1 && isDerived(one.source(), plain) ? derived : own).add(one);
    }
    Map<ChatSource, ChatSource> aligned = new HashMap<>();
    if (own.isEmpty()) {
      own.add(derived.remove(0));
    }
    if (!derived.isEmpty()) {
      var base = UnionSource.of(new Pile(snapshots(own, Map.of(), watch, space), watch, space));
      for (Chronology.Dated one : derived) {
        aligned.put(one.source(), Diff.aligned(base, one.source()));
      }
    }
    return aligned;
  }

  private static boolean isDerived(ChatSource source, Set<Fingerprint> plain) throws IOException {
    if (any(source, Kind.CATEGORY, Category::derived) || any(source, Kind.ROOM, Room::derived)) {
      return true;
    }
    @Nullable Fingerprint print = source.fingerprint(Part.of(Kind.PRINCIPAL)).orElse(null);
    if (print != null && plain.contains(print)) {
      return false;
    }
    if (any(source, Kind.PRINCIPAL, Principal::derived)) {
      return true;
    }
    if (print != null) {
      plain.add(print);
    }
    return false;
  }

  /** Streams the records, so that no snapshot has to hold them. */
  private static <T> boolean any(ChatSource source, Kind<T> kind, Predicate<T> test)
      throws IOException {
    try (RecordCursor<T> records = source.records(kind)) {
      while (records.advance()) {
        if (test.test(records.record())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Returns the same up to a time, without it; nothing if all are younger. Need not be closed. */
  public Optional<Pile> before(Ticks time) throws IOException {
    List<Snapshot> older =
        snapshots.stream().filter(snapshot -> snapshot.moment().compareTo(time) < 0).toList();
    return older.isEmpty() ? Optional.empty() : Optional.of(new Pile(older, watch, space));
  }

  /** Returns the snapshots, oldest first. */
  public List<Snapshot> snapshots() {
    return snapshots;
  }

  /** Returns what is known of rooms and categories in each snapshot. */
  public NodeStates nodes() {
    return nodes;
  }

  /** Opens a merge of all records of a kind that is not messages. */
  public <T> SightingWalk<T> records(Kind<T> kind) throws IOException {
    return SightingWalk.open(this, kind, null);
  }

  /** Opens a merge of the messages of one room. */
  public SightingWalk<org.pchat.model.Message> messages(Guid room) throws IOException {
    return SightingWalk.open(this, Kind.MESSAGE, room);
  }

  /** Returns the rooms of which any snapshot has messages, in order. */
  public Set<Guid> messageRooms() {
    Set<Guid> rooms = new java.util.TreeSet<>();
    snapshots.forEach(snapshot -> rooms.addAll(snapshot.messageRooms()));
    return rooms;
  }

  /** Returns how records of two snapshots are compared. */
  public FieldRules rules(int before, int after) {
    return rules.computeIfAbsent(
        List.of(
            snapshots.get(before).coverage().fields(), snapshots.get(after).coverage().fields()),
        key ->
            new FieldRules(
                snapshots.get(before).coverage(),
                snapshots.get(after).coverage(),
                principal -> addresses().key(principal)));
  }

  private AddressIndex addresses() throws IOException {
    if (addresses == null) {
      addresses = new AddressIndex(UnionSource.of(this));
    }
    return addresses;
  }

  /** Returns the time between two snapshots. */
  public Interval interval(int from, int until) {
    return intervals.computeIfAbsent(
        List.of(from, until),
        key -> new Interval(snapshots.get(from).glimpse(), snapshots.get(until).glimpse()));
  }

  /** Returns what stops the job. */
  public Watch watch() {
    return watch;
  }

  /** Returns what a sort may take. */
  public SortSpace space() {
    return space;
  }

  @Override
  public void close() throws IOException {
    IOException failed = null;
    for (Snapshot snapshot : snapshots) {
      try {
        snapshot.source().close();
      } catch (IOException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
