package org.pchat.restore;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Room;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.RefusedException;
import org.pchat.problem.RestoreProblem;

/**
 * Database ids of what comes back, where the target has given them to others since: refused, or
 * replaced by free ones. Rooms beside others always get free ones.
 */
final class Ids {
  private final PackageRequest request;
  private final @Nullable Target target;
  private final Needs needs;
  private final Renaming renaming;

  Ids(PackageRequest request, @Nullable Target target, Needs needs, Renaming renaming) {
    this.request = request;
    this.target = target;
    this.needs = needs;
    this.renaming = renaming;
  }

  void assign(Map<Guid, Beside> besides) throws IOException {
    if (target == null) {
      return;
    }
    int free = nodes();
    for (Map.Entry<Guid, Beside> entry : new TreeMap<>(besides).entrySet()) {
      Beside beside = entry.getValue();
      if (beside.id() != null) {
        besides.put(
            entry.getKey(), new Beside(beside.living(), beside.guid(), beside.name(), free++));
      }
    }
    principals();
  }

  /** Returns the first id that no node has. */
  private int nodes() throws IOException {
    Map<Integer, Guid> taken = new HashMap<>();
    int[] highest = {0};
    BiConsumer<Guid, @Nullable Integer> note =
        (guid, id) -> {
          if (id != null) {
            taken.putIfAbsent(id, guid);
            highest[0] = Math.max(highest[0], id);
          }
        };
    Target onto = java.util.Objects.requireNonNull(target);
    onto.structure().categories().forEach(c -> note.accept(c.guid(), c.id()));
    onto.structure().rooms().forEach(r -> note.accept(r.guid(), r.id()));
    int free = Math.max(highest[0], highest(request.from())) + 1;
    for (Category category : request.from().structure().categories()) {
      free = node(Kind.CATEGORY, category.guid(), category.id(), taken, free);
    }
    for (Room room : request.from().structure().rooms()) {
      free = node(Kind.ROOM, room.guid(), room.id(), taken, free);
    }
    return free;
  }

  private static int highest(ChatSource source) throws IOException {
    int highest = 0;
    for (Category category : source.structure().categories()) {
      highest = Math.max(highest, category.id() == null ? 0 : category.id());
    }
    for (Room room : source.structure().rooms()) {
      highest = Math.max(highest, room.id() == null ? 0 : room.id());
    }
    return highest;
  }

  private int node(
      Kind<?> kind, Guid guid, @Nullable Integer id, Map<Integer, Guid> taken, int free) {
    if (needs.origin(kind, guid) != Origin.SOURCE || id == null || !isTaken(guid, id, taken)) {
      return free;
    }
    requireAssigning(kind, guid, id);
    renaming.nodeId(guid, free);
    return free + 1;
  }

  private static boolean isTaken(Guid guid, int id, Map<Integer, Guid> taken) {
    Guid holder = taken.get(id);
    return holder != null && !holder.equals(guid);
  }

  private void requireAssigning(Kind<?> kind, Guid guid, int id) {
    if (!request.shape().assignIds()) {
      throw new RefusedException(
          Problem.of(
              RestoreProblem.ID_TAKEN,
              Location.of(request.from().origin().name()),
              kind.word() + " " + guid,
              id));
    }
  }

  private void principals() throws IOException {
    Map<Integer, Guid> ours = new HashMap<>();
    int highest = 0;
    try (var all = request.from().records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        Principal principal = all.record();
        Integer id = principal.id();
        if (id != null) {
          highest = Math.max(highest, id);
          if (needs.origin(Kind.PRINCIPAL, principal.guid()) == Origin.SOURCE) {
            ours.put(id, principal.guid());
          }
        }
      }
    }
    Map<Guid, Integer> clashes = new TreeMap<>();
    try (var all = java.util.Objects.requireNonNull(target).source().records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        Integer id = all.record().id();
        if (id != null) {
          highest = Math.max(highest, id);
          Guid other = ours.get(id);
          if (other != null && !other.equals(all.record().guid())) {
            clashes.put(other, id);
          }
        }
      }
    }
    for (Map.Entry<Guid, Integer> clash : clashes.entrySet()) {
      requireAssigning(Kind.PRINCIPAL, clash.getKey(), clash.getValue());
      renaming.principalId(clash.getKey(), ++highest);
    }
  }
}
