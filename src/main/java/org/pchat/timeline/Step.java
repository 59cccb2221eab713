package org.pchat.timeline;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.ActRules;
import org.pchat.diff.FieldRules;
import org.pchat.model.Guid;
import org.pchat.union.NodeStates;

/** What is known of two snapshots as a whole, to judge what happened between them. */
record Step(NodeStates nodes, Directory directory, int from, int until)
    implements ActRules.Context {
  /** What became of principals, found before anything that hangs on them. */
  record Directory(Map<Long, Integer> addresses, Map<Guid, Map<Integer, Act>> fates) {
    void note(Guid principal, int snapshot, Act act) {
      fates.computeIfAbsent(principal, unseen -> new java.util.TreeMap<>()).put(snapshot, act);
    }

    void address(String uri, int snapshot) {
      addresses.merge(FieldRules.keyOf(uri), snapshot, Math::min);
    }
  }

  @Override
  public boolean hadAddress(String uri) throws IOException {
    return directory.addresses.getOrDefault(FieldRules.keyOf(uri), until) < until;
  }

  @Override
  public Optional<Act> ofNode(Guid node) {
    boolean room = nodes.rooms().containsKey(node);
    if (nodes.has(node, until) && nodes.isAbsent(node, from)) {
      return Optional.of(room ? Act.ROOM_CREATED : Act.CATEGORY_CREATED);
    }
    return nodes.isAbsent(node, until)
        ? Optional.of(room ? Act.ROOM_DELETED : Act.CATEGORY_DELETED)
        : Optional.empty();
  }

  @Override
  public Optional<Act> ofPrincipal(Guid principal) {
    return directory.fates.getOrDefault(principal, Map.of()).entrySet().stream()
        .filter(fate -> fate.getKey() > from && fate.getKey() <= until)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public boolean isMoved(Guid room) {
    @Nullable Guid old = nodes.above(room, from);
    @Nullable Guid now = nodes.above(room, until);
    return old != null && now != null && !old.equals(now);
  }
}
