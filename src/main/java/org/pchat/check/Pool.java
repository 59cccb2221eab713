package org.pchat.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Absence;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Room;
import org.pchat.problem.Location;

/** What was met of a snapshot so far, as far as rules about later records need it. */
final class Pool {
  private final Coverage coverage;
  private final Location place;
  private final Absences absences;
  private final Set<Kind<?>> incomplete = new HashSet<>();
  private final PrincipalRoll principals = new PrincipalRoll();
  private final Map<Guid, Met<AddIn>> addIns = new LinkedHashMap<>();
  private final Map<Guid, Met<Category>> categories = new LinkedHashMap<>();
  private final Map<Guid, Met<Room>> rooms = new LinkedHashMap<>();
  private @Nullable List<Guid> roots;
  private @Nullable Set<Guid> circles;
  private final ScopeBook scopes = new ScopeBook(this);

  /** What a source tells of a record that is missing from it. */
  interface Absences {
    Absence of(Kind<?> kind, Guid guid);
  }

  private Pool(Coverage coverage, Location place, Absences absences) {
    this.coverage = coverage;
    this.place = place;
    this.absences = absences;
  }

  /** Returns the pool to be met in {@code source}. */
  static Pool of(ChatSource source) {
    return new Pool(source.coverage(), Location.of(source.origin().name()), source::absence);
  }

  /** Returns a pool in which nothing is met, for those who only ask what the rules are. */
  static Pool none() {
    var coverage =
        new Coverage(Level.ALL, Set.of(), null, null, Coverage.Zone.ASSUMED, Set.of(), false);
    return new Pool(coverage, Location.NONE, (kind, guid) -> Absence.UNEXPLAINED);
  }

  /** Returns the place of what is wrong with the whole. */
  Location place() {
    return place;
  }

  /** Returns what the source tells of a record that is missing from it. */
  Absence absence(Kind<?> kind, Guid guid) {
    return absences.of(kind, guid);
  }

  Coverage coverage() {
    return coverage;
  }

  PrincipalRoll principals() {
    return principals;
  }

  Map<Guid, Met<AddIn>> addIns() {
    return addIns;
  }

  Map<Guid, Met<Category>> categories() {
    return categories;
  }

  Map<Guid, Met<Room>> rooms() {
    return rooms;
  }

  ScopeBook scopes() {
    return scopes;
  }

  /** Notes that records of this kind could not all be read. */
  void incomplete(Kind<?> kind) {
    incomplete.add(kind);
  }

  /** Returns whether what is missing among records of this kind is missing from the pool. */
  boolean isComplete(Kind<?> kind) {
    return coverage.holds(kind) && !incomplete.contains(kind);
  }

  @Nullable Room room(Guid guid) {
    Met<Room> met = rooms.get(guid);
    return met == null ? null : met.record();
  }

  @Nullable Category category(Guid guid) {
    Met<Category> met = categories.get(guid);
    return met == null ? null : met.record();
  }

  /**
   * Returns whether this is the root. Where several categories have no parent it is not known which
   * one is.
   */
  boolean isRoot(Guid guid) {
    if (roots == null) {
      roots =
          categories.values().stream()
              .filter(met -> met.record().isRoot() && !met.doubtful().contains("parent"))
              .map(met -> met.record().guid())
              .toList();
    }
    return roots.size() == 1 && roots.get(0).equals(guid);
  }

  /** Returns whether this is a category without a parent. */
  static boolean isRoot(Object record) {
    return record instanceof Category category && category.isRoot();
  }

  /** Returns whether a category is below itself; asked when all categories were met. */
  boolean isInCircle(Category category) {
    if (circles == null) {
      circles = circles();
    }
    return circles.contains(category.guid());
  }

  /** Follows each parent once. */
  private Set<Guid> circles() {
    Set<Guid> found = new HashSet<>();
    Set<Guid> settled = new HashSet<>();
    for (Guid start : categories.keySet()) {
      Set<Guid> path = new LinkedHashSet<>();
      Guid at = start;
      while (at != null && !settled.contains(at) && path.add(at)) {
        Category category = category(at);
        at = category == null ? null : category.parent();
      }
      if (at != null && path.contains(at)) {
        Guid closing = at;
        path.stream().dropWhile(guid -> !guid.equals(closing)).forEach(found::add);
      }
      settled.addAll(path);
    }
    return found;
  }

  /** Returns the category whose scopes hold for roles on the node; null if that is not known. */
  @Nullable Category categoryOf(Guid node) {
    Met<Room> room = rooms.get(node);
    if (room == null) {
      return category(node);
    }
    return room.doubtful().contains("category") ? null : category(room.record().category());
  }
}
