package org.pchat.diff;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Part;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.problem.DiffProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;

/**
 * Finds out which records of two snapshots are the same thing although their GUIDs differ: rooms,
 * categories and add-ins of one name, principals of one address.
 *
 * <p><b>Memory.</b> About 150 bytes a principal while it works, and 100 for each whose GUID is
 * another: less than 40 MB for 150,000.
 */
final class Matcher {
  private static final String ROOT = "\0root";

  private final ChatSource before;
  private final ChatSource after;
  private final boolean byName;
  private final Identities identities = new Identities();

  /** Something with an identity and a name. */
  private record Named(Guid guid, Object key, boolean derived) {}

  private Matcher(ChatSource before, ChatSource after, boolean byName) {
    this.before = before;
    this.after = after;
    this.byName = byName;
  }

  /** Returns what is to be translated in the later snapshot. */
  static Identities match(ChatSource before, ChatSource after, Match match) throws IOException {
    var matcher = new Matcher(before, after, match == Match.NAME);
    if (match != Match.GUID) {
      matcher.matchStructure();
      matcher.matchPrincipals();
    }
    return matcher.identities;
  }

  private void matchStructure() throws IOException {
    Structure old = before.structure();
    Structure now = after.structure();
    match("category", categories(before), categories(after), identities.nodes());
    match("room", rooms(old), rooms(now), identities.nodes());
    match("add-in", addIns(old), addIns(now), identities.addIns());
  }

  private static List<Named> categories(ChatSource source) throws IOException {
    Coverage coverage = source.coverage();
    return named(
        source.structure().categories(),
        Category::guid,
        c -> coverage.isRoot(c) ? ROOT : Names.fold(c.name()),
        Category::derived);
  }

  private static List<Named> rooms(Structure structure) {
    return named(structure.rooms(), Room::guid, r -> Names.fold(r.name()), Room::derived);
  }

  private static List<Named> addIns(Structure structure) {
    return named(
        structure.addIns(), AddIn::guid, a -> Names.fold(a.name()), a -> a.guid().isDerived());
  }

  private static <T> List<Named> named(
      Collection<T> records,
      Function<T, Guid> guid,
      Function<T, String> name,
      Predicate<T> derived) {
    return records.stream()
        .map(r -> new Named(guid.apply(r), name.apply(r), derived.test(r)))
        .toList();
  }

  /** Reads the principals of both sides, unless they are known to be the same. */
  private void matchPrincipals() throws IOException {
    Part part = Part.of(Kind.PRINCIPAL);
    var same = before.fingerprint(part);
    if (same.isPresent() && same.equals(after.fingerprint(part))) {
      return;
    }
    if (byName || hasDerived(before) || hasDerived(after)) {
      match("principal", principals(before), principals(after), identities.principals());
    }
  }

  private static boolean hasDerived(ChatSource source) throws IOException {
    try (var principals = source.records(Kind.PRINCIPAL)) {
      while (principals.advance()) {
        if (principals.record().derived()) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<Named> principals(ChatSource source) throws IOException {
    List<Named> all = new ArrayList<>();
    var names = new Names();
    try (var principals = source.records(Kind.PRINCIPAL)) {
      while (principals.advance()) {
        var principal = principals.record();
        all.add(new Named(principal.guid(), names.key(principal.uri()), principal.derived()));
      }
    }
    return all;
  }

  private void match(String what, List<Named> old, List<Named> now, Map<Guid, Guid> pairs) {
    if (!byName && Stream.concat(old.stream(), now.stream()).noneMatch(Named::derived)) {
      return;
    }
    Map<Guid, Object> oldKeys = keys(old);
    Map<Guid, Object> nowKeys = keys(now);
    Map<Object, Deque<Named>> open = new HashMap<>();
    for (Named record : old) {
      if (!standsForItself(record, nowKeys)) {
        open.computeIfAbsent(record.key, key -> new ArrayDeque<>(1)).add(record);
      }
    }
    Set<Guid> taken = new HashSet<>();
    List<Named> left = new ArrayList<>();
    for (Named record : now) {
      if (!standsForItself(record, oldKeys)) {
        Deque<Named> candidates = open.getOrDefault(record.key, new ArrayDeque<>());
        Named partner = candidates.peek();
        if (partner != null && (byName || partner.derived || record.derived)) {
          warnIfAmbiguous(what, candidates);
          taken.add(candidates.remove().guid);
          pairs.put(record.guid, partner.guid);
        } else {
          left.add(record);
        }
      }
    }
    left.stream()
        .filter(r -> taken.contains(r.guid))
        .forEach(r -> pairs.put(r.guid, fresh(r.guid)));
  }

  private static Map<Guid, Object> keys(List<Named> records) {
    Map<Guid, Object> keys = new HashMap<>();
    records.forEach(record -> keys.put(record.guid, record.key));
    return keys;
  }

  /** GUIDs go first, except that by name the name has to be the same too. */
  private boolean standsForItself(Named record, Map<Guid, Object> others) {
    Object other = others.get(record.guid);
    return other != null && (!byName || other.equals(record.key));
  }

  private void warnIfAmbiguous(String what, Deque<Named> candidates) {
    if (candidates.size() > 1 && candidates.element().key instanceof String name) {
      Location where = Location.of(before.origin().name());
      before.problems().add(Problem.of(DiffProblem.AMBIGUOUS_NAME, where, what, name));
    }
  }

  /** Returns another GUID for a record whose own one now stands for something else. */
  private static Guid fresh(Guid guid) {
    return new Guid(~guid.high(), guid.low());
  }
}
