package org.pchat.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.EntryContext;
import org.pchat.layout.EntryRole;
import org.pchat.layout.EntryWalk;
import org.pchat.layout.Layout;
import org.pchat.layout.Layouts;
import org.pchat.layout.References;
import org.pchat.layout.UnknownNames;
import org.pchat.model.Absence;
import org.pchat.model.ChatSource;
import org.pchat.model.Consistency;
import org.pchat.model.Coverage;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Origin;
import org.pchat.model.OriginKind;
import org.pchat.model.Part;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;
import org.pchat.model.Structure;
import org.pchat.model.UnknownContent;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.Severity;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/**
 * An export read through its layout: a source, and besides that its entries as they stand.
 *
 * <p>{@link #walk} goes over everything in an entry, with the bytes between the records. It is
 * there for those who copy or keep an export's own bytes; those who want the content use the
 * source.
 */
public final class Export implements ChatSource {
  private final Container container;
  private final ExportMap map;
  private final ReadOptions options;
  private final References references;
  private final UnknownNames unknownNames = new UnknownNames();
  private final Set<Part> counted = ConcurrentHashMap.newKeySet();
  private final Set<Part> damaged = ConcurrentHashMap.newKeySet();
  private final @Nullable EntryChecks checks;
  private @Nullable Structure structure;

  /**
   * Reads through a map.
   *
   * @param checks what is to be checked meanwhile; null for nothing
   */
  Export(Container container, ExportMap map, ReadOptions options, @Nullable EntryChecks checks) {
    this.container = container;
    this.map = map;
    this.options = options;
    this.checks = checks;
    map.missing().forEach(name -> map.parts(name).forEach(damaged::add));
    this.references = map.layout().references(new ContainerEntries(container), options.problems());
  }

  /**
   * Ends the check of an export that was opened with {@link Checks}: reads every entry that no walk
   * has read to its end, and holds the list of entries against the manifest. What is found goes to
   * {@link #problems}.
   *
   * @throws IllegalStateException if it was opened without
   */
  public void checkRest() throws IOException {
    if (checks == null) {
      throw new IllegalStateException("the export was not opened to be checked");
    }
    new RestOfCheck(this, map, checks).run();
  }

  /** Returns the files of the export, to copy those that need no reading. */
  public Container container() {
    return container;
  }

  /**
   * Opens another archive as this one was opened, in the same layout whether or not it looks like
   * it; what is met there goes to a log of its own.
   */
  public Export alike(Path other) throws IOException {
    return ExportReader.open(other, options.with(ProblemLog.tolerant()), layout());
  }

  /** Returns the SHA-256 that the manifest states for an entry; nothing if it states none. */
  public Optional<String> statedHash(Entry entry) {
    return Optional.ofNullable(map.described(entry.name()))
        .filter(described -> described.bytes() == entry.size())
        .map(Manifest.Described::sha256);
  }

  /** Returns how it is spelled. */
  public Layout layout() {
    return map.layout();
  }

  /**
   * Walks over everything in an entry that the layout knows.
   *
   * @throws IllegalArgumentException if the layout does not know it
   */
  public EntryWalk walk(Entry entry) throws IOException {
    EntryContext context = context(entry, problems(), new UnknownNames());
    return map.layout().walk(map.role(entry), container.open(entry), context);
  }

  private EntryContext context(Entry entry, ProblemLog log, UnknownNames unknown) {
    return new EntryContext(
        where(entry),
        map.zoneToApply(options),
        log,
        unknown,
        references,
        Math.max(0, map.mixed(Kind.MESSAGE).indexOf(entry)),
        checks == null ? null : checks.schemas());
  }

  private Location where(Entry entry) {
    return Location.of(container.path().toString(), entry.name());
  }

  @Override
  public Origin origin() {
    OriginKind kind = kind();
    return new Origin(kind, container.path().toString(), map.layout().name(), container.bytes());
  }

  private OriginKind kind() {
    OriginKind kind = container.kind();
    boolean compliance = map.layout().name().equals(Layouts.COMPLIANCE);
    return compliance && kind != OriginKind.SNAPSHOT ? OriginKind.COMPLIANCE : kind;
  }

  @Override
  public Coverage coverage() {
    return map.coverage(options);
  }

  @Override
  public Consistency consistency() {
    return map.consistency();
  }

  @Override
  public synchronized Structure structure() throws IOException {
    if (structure == null) {
      structure = new Structure(all(Kind.CATEGORY), all(Kind.ROOM), all(Kind.ADD_IN));
    }
    return structure;
  }

  private <T> List<T> all(Kind<T> kind) throws IOException {
    List<T> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (RecordCursor<T> records = records(kind)) {
      while (records.advance()) {
        String identity = kind.identity(records.record());
        if (seen.add(identity)) {
          all.add(records.record());
        } else {
          problems()
              .add(Problem.of(ExportProblem.TWICE, records.location(), kind.word(), identity));
        }
      }
    }
    return all;
  }

  @Override
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    map.resolve(references);
    RecordCursor<T> all = chain(map.entries(kind), kind);
    return map.layout().repeats(kind) ? new FirstOnesCursor<>(all, kind) : all;
  }

  /** Reads the room's own entries, or else looks through all that hold messages. */
  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    map.resolve(references);
    RecordCursor<Message> own = chain(map.apart(room), Kind.MESSAGE);
    return map.readsRoomsApart()
        ? own
        : new OneRoomCursor(
            chain(
                Stream.concat(map.apart(room).stream(), map.mixed(Kind.MESSAGE).stream()).toList(),
                Kind.MESSAGE),
            room);
  }

  /** Opens a walk over the records of one kind in one entry. */
  <T> RecordCursor<T> records(Entry entry, Kind<T> kind) {
    return chain(List.of(entry), kind);
  }

  private <T> RecordCursor<T> chain(Collection<Entry> entries, Kind<T> kind) {
    return new ChainedCursor<>(
        entries.stream().map(entry -> new EntryLink<>(entry, kind)).iterator());
  }

  /** One entry's records of one kind. */
  private final class EntryLink<T> implements ChainedCursor.Link<T> {
    private final Entry entry;
    private final Kind<T> kind;

    EntryLink(Entry entry, Kind<T> kind) {
      this.entry = entry;
      this.kind = kind;
    }

    @Override
    public RecordCursor<T> open() throws IOException {
      EntryRole role = map.role(entry);
      boolean isFirst = role.kinds().get(0) == kind;
      ProblemLog log = checks == null ? problems() : checks.log(entry, kind);
      EntryContext context = context(entry, log, unknownOf(part(role)));
      InputStream in = container.open(entry);
      MeasuredInput measured =
          checks != null && isFirst && !checks.isDone(entry, kind) ? new MeasuredInput(in) : null;
      var expectation =
          new EntryCursor.Expectation(
              map.order(kind), isFirst, records -> reached(records, measured));
      EntryWalk walk = map.layout().walk(role, measured == null ? in : measured, context);
      return new EntryCursor<>(walk, kind, expectation, context, options.watch());
    }

    /** Holds the entry against the manifest, once it was read to its end. */
    private void reached(long records, @Nullable MeasuredInput measured) {
      Manifest.Described described = map.described(entry.name());
      if (checks == null) {
        if (described != null && described.records() != records) {
          problems()
              .add(
                  Problem.of(
                      ExportProblem.OTHER_COUNT, where(entry), described.records(), records));
        }
        return;
      }
      if (measured != null && described != null) {
        checks.hold(measured, records, described, where(entry));
      }
      checks.done(entry, kind);
    }

    @Override
    public void damaged(ArchiveException why) {
      Problem problem = why.problem();
      damaged.add(part(map.role(entry)));
      if (checks == null || checks.damaged(entry)) {
        problems()
            .add(new Problem(problem.code(), Severity.FATAL, problem.where(), problem.arguments()));
      }
      if (checks != null) {
        checks.done(entry, kind);
      }
    }

    private Part part(EntryRole role) {
      return new Part(kind, role.room());
    }
  }

  /** Counts what is unknown only at the first walk over a part; reading twice counts once. */
  private UnknownNames unknownOf(Part part) {
    return counted.add(part) ? unknownNames : new UnknownNames();
  }

  /** The rooms with entries of their own; where rooms share entries, all that are listed too. */
  @Override
  public List<Guid> messageRooms() throws IOException {
    map.resolve(references);
    if (map.readsRoomsApart()) {
      return map.roomsApart();
    }
    Set<Guid> rooms = new TreeSet<>(map.roomsApart());
    structure().rooms().forEach(room -> rooms.add(room.guid()));
    return List.copyOf(rooms);
  }

  @Override
  public boolean readsRoomsApart() {
    return map.readsRoomsApart();
  }

  @Override
  public boolean damaged(Part part) {
    return damaged.contains(part)
        || (part.equals(Part.of(Kind.MESSAGE))
            && damaged.stream().anyMatch(other -> other.kind() == Kind.MESSAGE));
  }

  @Override
  public boolean lacks(Kind<?> kind) {
    return kind != Kind.MESSAGE && coverage().holds(kind) && map.entries(kind).isEmpty();
  }

  @Override
  public Absence absence(Kind<?> kind, Guid guid) {
    return map.absence(kind, guid);
  }

  @Override
  public Order order(Kind<?> kind) {
    return map.order(kind);
  }

  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    return container.isDirectory() ? Optional.empty() : map.fingerprint(part, options.sourceZone());
  }

  @Override
  public OptionalLong statedCount(Part part) {
    return map.statedCount(part);
  }

  @Override
  public UnknownContent unknown() {
    return new UnknownContent(map.unknownEntries(), unknownNames.counts(), unknownNames.events());
  }

  @Override
  public ProblemLog problems() {
    return options.problems();
  }

  @Override
  public void close() throws IOException {
    container.close();
  }
}
