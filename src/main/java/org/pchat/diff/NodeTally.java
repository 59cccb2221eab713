package org.pchat.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.model.Ticks;

/** Gathers what differs in one room or category. */
final class NodeTally {
  private final Tally roles = new Tally();
  private final Tally scopes = new Tally();
  private final List<Guid> lost = new ArrayList<>(0);
  private final List<Guid> gained = new ArrayList<>(0);
  private long lostCount;
  private long gainedCount;
  private Tally.Settled messages = new Tally.Settled();
  private List<Run> runs = List.of();
  private long moreRuns;
  private @Nullable Ticks clearedUntil;
  private @Nullable Finding<?> record;

  void record(Finding<?> finding) {
    record = finding;
  }

  void role(Slot slot) {
    roles.add(slot);
  }

  void scope(Slot slot) {
    scopes.add(slot);
  }

  void messages(Tally.Settled settled, List<Run> firstRuns, long more, @Nullable Ticks cleared) {
    messages = settled;
    runs = firstRuns;
    moreRuns = more;
    clearedUntil = cleared;
  }

  void lost(Guid principal) {
    lostCount++;
    if (lost.size() < NodeChange.PRINCIPALS_KEPT) {
      lost.add(principal);
    }
  }

  void gained(Guid principal) {
    gainedCount++;
    if (gained.size() < NodeChange.PRINCIPALS_KEPT) {
      gained.add(principal);
    }
  }

  /** A node with its record on both sides. */
  record Node<N>(Kind<N> kind, Guid guid, @Nullable N before, @Nullable N after) {}

  /** Returns what was gathered; {@code fields} are those in which the records differ. */
  <N> NodeChange<N> settle(Node<N> node, List<Field<N>> fields, Rulings rulings) {
    Slot slot = record == null ? null : rulings.apply(record);
    Tally.Settled settledRoles = roles.settle(Ruling.AS_NOTED);
    Map<Act, Long> roleActs = settledRoles.acts();
    return new NodeChange<>(
        node.kind(),
        node.guid(),
        node.before(),
        node.after(),
        slot == null ? null : slot.change(),
        slot == null ? Set.of() : slot.acts(),
        slot == null ? List.of() : fields,
        messages.counts(),
        messages.acts(),
        clearedUntil,
        runs,
        moreRuns,
        settledRoles.counts(),
        roleActs.getOrDefault(Act.PURGED_BY_MOVE, 0L),
        scopes.settle(Ruling.AS_NOTED).counts(),
        new NodeChange.Access(lostCount, List.copyOf(lost), gainedCount, List.copyOf(gained)));
  }

  /** Tells the node of a permission. */
  static Guid nodeOf(Object permission) {
    return permission instanceof Role role ? role.node() : ((Scope) permission).node();
  }
}
