package org.pchat.select;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Fingerprint;
import org.pchat.model.ForwardingSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Message;
import org.pchat.model.Part;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;

/**
 * A part of a source, as {@code Export-CsPersistentChatData} restricts it: by level, by categories,
 * by a first date. It refers to nothing that it does not hold, if the source does not.
 *
 * <p>Principals and add-ins are all kept: published is that the scope restricts categories and
 * rooms. So are the categories above those that were named, without their rooms; what hangs below
 * needs them.
 */
public final class RestrictedSource extends ForwardingSource {
  private final ChatSource source;
  private final Coverage coverage;
  private final Structure structure;
  private final Predicate<Guid> nodes;
  private final Predicate<Message> wanted;
  private final boolean whole;
  private final AtomicLong tooEarly = new AtomicLong();

  private RestrictedSource(ChatSource source, Level level, Selection selection) throws IOException {
    super(source);
    this.source = source;
    this.structure = restrict(source, level, selection);
    this.nodes = nodes(structure, level, selection);
    Ticks since = later(source.coverage().startDate(), selection.dates().since());
    this.coverage = coverage(source.coverage(), level, selection.categories(), since);
    this.wanted = message -> since == null || isIn(message, since);
    this.whole = since == null || since.equals(source.coverage().startDate());
  }

  /**
   * Restricts {@code source}; closing the result closes it.
   *
   * @param level how much to keep; no more than the source holds
   * @param selection which categories and rooms, and from when; authors and an end mean nothing
   */
  public static RestrictedSource of(ChatSource source, Level level, Selection selection)
      throws IOException {
    return new RestrictedSource(source, level, selection);
  }

  private boolean isIn(Message message, Ticks since) {
    boolean in = message.sent().compareTo(since) >= 0;
    tooEarly.addAndGet(in ? 0 : 1);
    return in;
  }

  /** Returns how many messages were met so far that are too early. */
  public long tooEarly() {
    return tooEarly.get();
  }

  private static @Nullable Ticks later(@Nullable Ticks one, @Nullable Ticks other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Coverage coverage(
      Coverage of, Level level, Set<Guid> categories, @Nullable Ticks since) {
    return new Coverage(
        level,
        categories.isEmpty() ? of.scope() : categories,
        since,
        of.snapshotTime(),
        of.zone(),
        of.fields(),
        of.messageIdsDerived());
  }

  private static Structure restrict(ChatSource source, Level level, Selection selection)
      throws IOException {
    Structure all = source.structure();
    boolean hasCategories = level != Level.USER;
    boolean hasRooms = hasCategories && level != Level.CATEGORY;
    List<Room> rooms =
        all.rooms().stream()
            .filter(room -> hasRooms && selection.selectsRoom(room.guid()))
            .toList();
    Set<Guid> kept = new HashSet<>();
    if (!selection.categories().isEmpty()) {
      for (Category category : all.categories()) {
        if (source.coverage().isRoot(category) || isBelow(category, selection.categories(), all)) {
          climb(category.guid(), all, kept);
        }
      }
    }
    List<Category> categories =
        all.categories().stream()
            .filter(
                c -> hasCategories && (selection.categories().isEmpty() || kept.contains(c.guid())))
            .toList();
    return new Structure(categories, rooms, hasRooms ? List.copyOf(all.addIns()) : List.of());
  }

  private static boolean isBelow(Category category, Set<Guid> chosen, Structure all) {
    Set<Guid> above = new HashSet<>();
    climb(category.guid(), all, above);
    return above.stream().anyMatch(chosen::contains);
  }

  /** Adds a category and all above it; a damaged source may hold a ring of them. */
  private static void climb(Guid category, Structure all, Set<Guid> climbed) {
    Guid at = category;
    while (at != null && climbed.add(at)) {
      at = all.category(at).map(Category::parent).orElse(null);
    }
  }

  /** Where nothing is left out, what belongs to a node that is not listed stays too. */
  private static Predicate<Guid> nodes(Structure structure, Level level, Selection selection) {
    boolean all = level.hasContent() || level == Level.ROOM_DIRECTORY;
    if (all && selection.categories().isEmpty()) {
      return node -> true;
    }
    Set<Guid> nodes = new HashSet<>();
    structure.categories().forEach(category -> nodes.add(category.guid()));
    structure.rooms().forEach(room -> nodes.add(room.guid()));
    return nodes::contains;
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }

  @Override
  public Structure structure() {
    return structure;
  }

  @Override
  @SuppressWarnings("unchecked") // the kind says what the records are
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    return (RecordCursor<T>) restricted(kind);
  }

  private RecordCursor<?> restricted(Kind<?> kind) throws IOException {
    if (!coverage.holds(kind)) {
      return new FilteredCursor<>(source.records(kind), record -> false);
    } else if (kind == Kind.CATEGORY) {
      return filtered(Kind.CATEGORY, category -> nodes.test(category.guid()));
    } else if (kind == Kind.ROOM) {
      return filtered(Kind.ROOM, room -> nodes.test(room.guid()));
    } else if (kind == Kind.ROLE) {
      return filtered(Kind.ROLE, (Role role) -> nodes.test(role.node()));
    } else if (kind == Kind.SCOPE) {
      return filtered(Kind.SCOPE, (Scope scope) -> nodes.test(scope.node()));
    } else if (kind == Kind.MESSAGE) {
      return filtered(Kind.MESSAGE, m -> nodes.test(m.room()) && wanted.test(m));
    }
    return source.records(kind);
  }

  private <T> RecordCursor<T> filtered(Kind<T> kind, Predicate<T> predicate) throws IOException {
    return new FilteredCursor<>(source.records(kind), predicate);
  }

  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    boolean kept = nodes.test(room) && coverage.holds(Kind.MESSAGE);
    return new FilteredCursor<>(source.messages(room), kept ? wanted : message -> false);
  }

  @Override
  public List<Guid> messageRooms() throws IOException {
    return coverage.holds(Kind.MESSAGE)
        ? source.messageRooms().stream().filter(nodes).toList()
        : List.of();
  }

  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    return isWhole(part) ? source.fingerprint(part) : Optional.empty();
  }

  @Override
  public OptionalLong statedCount(Part part) {
    return isWhole(part) ? source.statedCount(part) : OptionalLong.empty();
  }

  /** Only a room's messages are sure to be what they were. */
  private boolean isWhole(Part part) {
    return whole && part.room() != null && nodes.test(part.room());
  }
}
