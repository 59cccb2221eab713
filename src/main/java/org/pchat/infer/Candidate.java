package org.pchat.infer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.ElementName;
import org.pchat.layout.ElementPath;
import org.pchat.layout.EntryPattern;
import org.pchat.layout.Step;

/**
 * An element that may be a record: it repeats, or holds several values.
 *
 * @param family the entries that it stands in
 * @param node the element
 * @param columns where its values stand: its own first, then those above it, nearest first
 */
record Candidate(EntryFamily family, ElementNode node, List<Column> columns) {
  Candidate {
    columns = List.copyOf(columns);
  }

  /** Returns the columns that stand in the record itself. */
  List<Column> own() {
    return columns.stream().filter(Column::isOwn).toList();
  }

  /** Returns how many records there are. */
  long count() {
    return node.count();
  }

  /** Returns whether every record has a value in a column of its own. */
  boolean isFull(Column column) {
    return column.profile().count() == count();
  }

  /** Returns whether no two records have the same value, and each has one. */
  boolean isKey(Column column) {
    return column.isOwn() && isFull(column) && column.profile().isUnique();
  }

  /** Returns whether {@code other} stands inside this element. */
  boolean contains(Candidate other) {
    return other.node != node && other.node.path().contains(node);
  }

  /** Returns the element's path as a descriptor says it. */
  ElementPath path() {
    return new ElementPath(
        false, node.path().stream().map(n -> Step.to(ElementName.of(n.name()))).toList());
  }

  /** Returns the names of the entries as a descriptor says them. */
  List<EntryPattern> entries() {
    return EntryNames.patterns(family);
  }

  /** Returns the local names from the entry's stem down to the element. */
  List<String> names() {
    var names = new ArrayList<String>();
    names.add(family.masks().iterator().next().stem());
    node.path().forEach(n -> names.add(n.name().local()));
    return names;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Candidate candidate && node == candidate.node;
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  /** Returns the entry and the element, for people. */
  @Override
  public String toString() {
    return family.masks().iterator().next() + ":" + node;
  }
}
