package org.pchat.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.xml.XmlName;

/** Finds the elements of a survey that may be records. */
final class Candidates {
  private static final int DEEPEST_WRAPPER = 4;

  private final List<Candidate> found = new ArrayList<>();

  private Candidates() {}

  /** Returns every element that repeats or holds several values. */
  static List<Candidate> of(Survey survey) {
    var candidates = new Candidates();
    for (EntryFamily family : survey.families()) {
      List<Column> parts = EntryNames.columns(family);
      candidates.visit(family, family.root(), parts);
    }
    return candidates.found;
  }

  private void visit(EntryFamily family, ElementNode node, List<Column> parts) {
    List<Column> own = new ArrayList<>();
    below(0, List.of(), node, null, own);
    boolean isColumn = !node.holdsElements() && node.attributes().isEmpty() && node.most() <= 1;
    boolean isListed = node.parent() != null && node.parent().children().size() == 1;
    if (!own.isEmpty()
        && (!isColumn || isListed)
        && !isPart(node)
        && (node.count() > 1 || own.size() > 1)) {
      List<Column> columns = new ArrayList<>(own);
      above(node, columns);
      columns.addAll(parts);
      found.add(new Candidate(family, node, columns));
    }
    node.children().forEach(child -> visit(family, child, parts));
  }

  /** Returns whether an element is a part of the record above it: each has one, beside others. */
  private static boolean isPart(ElementNode node) {
    ElementNode holder = node.parent();
    return holder != null
        && node.most() <= 1
        && holder.count() > 1
        && node.holders() == holder.count()
        && (holder.children().size() > 1 || !holder.attributes().isEmpty() || node.holdsElements());
  }

  /** Collects the values in an element and in those below it that stand there at most once. */
  private static void below(
      int up,
      List<ElementNode> steps,
      ElementNode node,
      @Nullable ElementNode without,
      List<Column> columns) {
    for (Map.Entry<XmlName, Profile> attribute : node.attributes().entrySet()) {
      columns.add(Column.attribute(up, steps, node, attribute.getKey(), attribute.getValue()));
    }
    if (node.holdsText()) {
      columns.add(Column.text(up, steps, node));
    }
    if (steps.size() >= DEEPEST_WRAPPER) {
      return;
    }
    for (ElementNode child : node.children()) {
      if (child.most() <= 1 && child != without) {
        List<ElementNode> further = new ArrayList<>(steps);
        further.add(child);
        below(up, further, child, null, columns);
      }
    }
  }

  private static void above(ElementNode node, List<Column> columns) {
    ElementNode below = node;
    int up = 1;
    for (ElementNode holder = node.parent(); holder != null; holder = holder.parent()) {
      below(up++, List.of(), holder, below, columns);
      below = holder;
    }
  }
}
