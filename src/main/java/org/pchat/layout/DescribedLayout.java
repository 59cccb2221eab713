package org.pchat.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.problem.Location;
import org.pchat.problem.ProblemLog;

/** The layout that a {@link Descriptor} describes. Safe for several threads. */
public final class DescribedLayout implements Layout {
  /** How many elements are looked at to recognise an entry; a hostile one has no end. */
  private static final int MOST_STOPS = 1_000;

  private final Descriptor descriptor;
  private final Carried carried;
  private final Map<BitSet, Program> programs = new ConcurrentHashMap<>();

  /** Who opens an entry asks several times about it. */
  private volatile @Nullable Asked last;

  private record Asked(String entry, Optional<EntryMatch> match) {}

  private DescribedLayout(Descriptor descriptor) {
    this.descriptor = descriptor;
    this.carried = carried(descriptor);
  }

  /**
   * Returns the layout that {@code descriptor} describes.
   *
   * @throws IllegalArgumentException if the descriptor makes no sense
   */
  public static DescribedLayout of(Descriptor descriptor) {
    DescriptorCheck.check(descriptor);
    return new DescribedLayout(descriptor);
  }

  /** Returns the descriptor. */
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public String name() {
    return descriptor.name();
  }

  /** Returns what to look for in an entry; nothing for one that the descriptor does not name. */
  Optional<EntryMatch> match(String entry) {
    Asked asked = last;
    if (asked == null || !asked.entry().equals(entry)) {
      asked = new Asked(entry, match(entry, record -> true, true));
      last = asked;
    }
    return asked.match();
  }

  /** Returns what to look for in an entry, of the lookups and of those records only. */
  Optional<EntryMatch> match(String entry, Predicate<RecordSpelling> wanted) {
    return match(entry, wanted, false);
  }

  private Optional<EntryMatch> match(
      String entry, Predicate<RecordSpelling> wanted, boolean withEvents) {
    // By identity: spellings are large values, and this is asked for every record.
    IdentityHashMap<RecordSpelling, Map<String, String>> parts = new IdentityHashMap<>();
    var key = new BitSet();
    List<RecordSpelling> records =
        fitting(
            descriptor.records(),
            record -> wanted.test(record) && parts(record, entry, parts),
            key,
            0);
    int from = descriptor.records().size();
    List<Lookup> lookups =
        fitting(descriptor.lookups(), lookup -> fits(lookup.entries(), entry), key, from);
    List<EventSpelling> events =
        fitting(
            descriptor.events(),
            event -> withEvents && fits(event.entries(), entry),
            key,
            from + descriptor.lookups().size());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Program program =
        programs.computeIfAbsent(key, unused -> new Program(records, lookups, events));
    return Optional.of(new EntryMatch(program, parts));
  }

  private static boolean parts(
      RecordSpelling record,
      String entry,
      IdentityHashMap<RecordSpelling, Map<String, String>> parts) {
    for (EntryPattern pattern : record.entries()) {
      Optional<Map<String, String>> found = pattern.match(entry);
      if (found.isPresent()) {
        parts.put(record, found.get());
        return true;
      }
    }
    return false;
  }

  /** Returns those that fit, and marks them in {@code key} from a place on. */
  private static <S> List<S> fitting(List<S> all, Predicate<S> test, BitSet key, int from) {
    List<S> fitting = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (test.test(all.get(i))) {
        fitting.add(all.get(i));
        key.set(from + i);
      }
    }
    return fitting;
  }

  private static boolean fits(List<EntryPattern> patterns, String entry) {
    return patterns.stream().anyMatch(pattern -> pattern.match(entry).isPresent());
  }

  @Override
  public Optional<EntryRole> role(String entryName) {
    return match(entryName)
        .map(
            match ->
                new EntryRole(
                    match.kinds().stream().map(Kind::plural).collect(Collectors.joining("+")),
                    match.kinds(),
                    match.roomGuid().orElse(null)));
  }

  @Override
  public boolean namesRooms(String entryName) {
    return match(entryName).flatMap(EntryMatch::roomPart).isPresent();
  }

  @Override
  public Optional<Guid> room(String entryName, References references) throws IOException {
    EntryMatch match = match(entryName).orElse(null);
    String part = match == null ? null : match.roomPart().orElse(null);
    if (match == null || part == null) {
      return Optional.empty();
    }
    Optional<Guid> byGuid = match.roomGuid();
    ValueSpelling spelling = match.room().orElseThrow().spelling();
    return byGuid.isPresent() || !(spelling instanceof ValueSpelling.Reference reference)
        ? byGuid
        : Optional.ofNullable(references.find(List.of(Kind.ROOM), reference.by(), part));
  }

  /** Recognises an entry by its first record whose conditions are met. */
  @Override
  public boolean recognises(EntryRole role, InputStream in, Location where) throws IOException {
    EntryMatch match = match(String.valueOf(where.entry())).orElse(null);
    if (match == null || match.kinds().isEmpty()) {
      in.close();
      return false;
    }
    try (EntryScan scan = EntryScan.open(match.program(), match.parts(), in, where)) {
      for (int stops = 0; stops < MOST_STOPS; stops++) {
        EntryScan.Stop stop = scan.next();
        if (stop == EntryScan.Stop.DONE) {
          return false;
        }
        if (stop == EntryScan.Stop.END && isRecord(scan)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isRecord(EntryScan scan) {
    return scan.fitting(LateValues.NONE).stream()
        .anyMatch(target -> target.kind() != null && scan.hasAnyValue(target));
  }

  @Override
  public EntryWalk walk(EntryRole role, InputStream in, EntryContext context) throws IOException {
    String entry = String.valueOf(context.where().entry());
    EntryMatch match =
        match(entry)
            .orElseThrow(() -> new IllegalArgumentException("unknown to the layout: " + entry));
    EntryScan scan =
        EntryScan.open(
            match.program(), match.parts(), in, context.where(), context.schemas(() -> null));
    return new DescribedWalk(scan, context, descriptor.escapes());
  }

  @Override
  public Layout fitted(Entries entries) throws IOException {
    Descriptor narrowed = new ColumnSample(this, entries).narrowed();
    return narrowed.equals(descriptor) ? this : new DescribedLayout(narrowed);
  }

  @Override
  public References references(Entries entries, ProblemLog problems) {
    return new DescribedReferences(this, entries, problems);
  }

  @Override
  public Order order(Kind<?> kind) {
    List<Order> orders =
        descriptor.records().stream()
            .filter(record -> record.kind() == kind)
            .map(RecordSpelling::order)
            .distinct()
            .toList();
    return orders.size() == 1 ? orders.get(0) : Order.UNSORTED;
  }

  @Override
  public boolean repeats(Kind<?> kind) {
    return descriptor.records().stream().anyMatch(r -> r.kind() == kind && r.repeated());
  }

  @Override
  public boolean mayBeRecord(EntryRole role, String localName) {
    return descriptor.records().stream()
        .filter(record -> role.kinds().contains(record.kind()))
        .map(record -> record.path().steps())
        .map(steps -> steps.get(steps.size() - 1).name().local())
        .anyMatch(local -> local == null || local.equals(localName));
  }

  @Override
  public boolean escapesCharacters() {
    return descriptor.escapes() == Escapes.XSTRING;
  }

  @Override
  public Carried carried() {
    return carried;
  }

  private static Carried carried(Descriptor descriptor) {
    Set<Field<?>> fields = new HashSet<>();
    boolean hasIds = true;
    boolean isZoned = true;
    for (RecordSpelling record : descriptor.records()) {
      record.kind().fields().stream()
          .filter(field -> isCarried(record, field.name()))
          .forEach(fields::add);
      boolean isMessage = record.kind() == Kind.MESSAGE;
      hasIds &= !isMessage || record.field("id").isPresent();
      isZoned &=
          !isMessage
              || record
                  .field("sent")
                  .filter(sent -> TimeReading.of(sent.spelling()).isZoned())
                  .isPresent();
    }
    return new Carried(fields, !hasIds, isZoned);
  }

  private static boolean isCarried(RecordSpelling record, String field) {
    if (field.equals("guid")) {
      // Records that are repeated are only mentioned, so the absence of one says nothing.
      return !record.repeated();
    }
    return record.field(field).isPresent()
        || (field.equals("id") && record.kind() == Kind.MESSAGE)
        || field.equals("derived")
        || field.equals("authorRaw");
  }
}
