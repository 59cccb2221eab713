package org.pchat.diff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.model.Structure;

/** Makes of the ledger's tallies what is told of rooms and categories. */
final class NodeChanges {
  private final Comparison comparison;
  private final Structure before;
  private final Structure after;

  NodeChanges(Comparison comparison, Structure before, Structure after) {
    this.comparison = comparison;
    this.before = before;
    this.after = after;
  }

  List<NodeChange<Room>> rooms() throws IOException {
    List<NodeChange<Room>> rooms = new ArrayList<>();
    for (Map.Entry<Guid, NodeTally> entry : comparison.ledger().rooms().entrySet()) {
      Guid guid = entry.getKey();
      @Nullable Room old = before.room(guid).orElse(null);
      @Nullable Room now = after.room(guid).orElse(null);
      rooms.add(settle(new NodeTally.Node<>(Kind.ROOM, guid, old, now), entry.getValue()));
    }
    return ranked(rooms);
  }

  List<NodeChange<Category>> categories() throws IOException {
    List<NodeChange<Category>> categories = new ArrayList<>();
    for (Map.Entry<Guid, NodeTally> entry : comparison.ledger().categories().entrySet()) {
      Guid guid = entry.getKey();
      @Nullable Category old = before.category(guid).orElse(null);
      @Nullable Category now = after.category(guid).orElse(null);
      categories.add(settle(new NodeTally.Node<>(Kind.CATEGORY, guid, old, now), entry.getValue()));
    }
    return ranked(categories);
  }

  private <N> NodeChange<N> settle(NodeTally.Node<N> node, NodeTally tally) throws IOException {
    N old = node.before();
    N now = node.after();
    List<Field<N>> fields =
        old == null || now == null
            ? List.of()
            : List.copyOf(comparison.rules().differing(node.kind(), old, now));
    return tally.settle(node, fields, comparison.ledger().rulings());
  }

  private static <N> List<NodeChange<N>> ranked(List<NodeChange<N>> nodes) {
    Comparator<NodeChange<N>> byWeight = Comparator.comparingLong(NodeChange::weight);
    nodes.sort(byWeight.reversed().thenComparing(NodeChange::guid));
    return List.copyOf(nodes);
  }
}
