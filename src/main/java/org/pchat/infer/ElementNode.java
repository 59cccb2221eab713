package org.pchat.infer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.pchat.xml.XmlName;

/** All elements of a family of entries that have the same path: what they hold, and how many. */
final class ElementNode {
  private final XmlName name;
  private final @Nullable ElementNode parent;
  private final int index;
  private final Map<XmlName, ElementNode> children = new LinkedHashMap<>();
  private final Map<XmlName, Profile> attributes = new LinkedHashMap<>();
  private final Profile text = new Profile();
  private final BitSet siblingsBefore = new BitSet();
  private final BitSet childrenSeen = new BitSet();
  private long count;
  private long nil;
  private long leaves;
  private long mixed;
  private long holders;
  private long most;
  private long inHolder;
  private long lastHolder;

  ElementNode(XmlName name, @Nullable ElementNode parent, int index) {
    this.name = name;
    this.parent = parent;
    this.index = index;
  }

  /** Begins an element of this path. */
  void enter() {
    count++;
    childrenSeen.clear();
    if (parent == null) {
      return;
    }
    if (lastHolder != parent.count) {
      lastHolder = parent.count;
      holders++;
      inHolder = 0;
    }
    inHolder++;
    most = Math.max(most, inHolder);
    siblingsBefore.or(parent.childrenSeen);
    parent.childrenSeen.set(index);
  }

  /** Ends an element; {@code isLeaf} when it held no elements, {@code content} its own text. */
  void leave(boolean isLeaf, boolean isNil, String content) {
    if (isNil) {
      nil++;
    } else if (isLeaf) {
      leaves++;
      text.add(content, groupOfText());
    } else if (!content.isBlank()) {
      mixed++;
    }
  }

  private long groupOfText() {
    return parent == null || parent.parent == null ? 0 : parent.parent.count;
  }

  /** Adds the value of an attribute. */
  void attribute(XmlName attribute, String value) {
    attributes
        .computeIfAbsent(attribute, n -> new Profile())
        .add(value, parent == null ? 0 : parent.count);
  }

  /** Returns the node of a child, making it if it is new. */
  ElementNode child(XmlName child) {
    ElementNode known = children.get(child);
    if (known == null) {
      known = new ElementNode(child, this, children.size());
      children.put(child, known);
    }
    return known;
  }

  /** Returns the node of a child that was seen. */
  @Nullable ElementNode known(XmlName child) {
    return children.get(child);
  }

  XmlName name() {
    return name;
  }

  @Nullable ElementNode parent() {
    return parent;
  }

  Collection<ElementNode> children() {
    return children.values();
  }

  Map<XmlName, Profile> attributes() {
    return attributes;
  }

  /** Returns the texts of the elements that hold no others. */
  Profile text() {
    return text;
  }

  /** Returns how many elements there are. */
  long count() {
    return count;
  }

  /** Returns how many elements say that they have no value ({@code xsi:nil}). */
  long nil() {
    return nil;
  }

  /** Returns how many elements hold text beside other elements. */
  long mixed() {
    return mixed;
  }

  /** Returns how many parents have at least one. */
  long holders() {
    return holders;
  }

  /** Returns the most that stand in one parent. */
  long most() {
    return most;
  }

  /** Returns whether some of them hold elements. */
  boolean holdsElements() {
    return !children.isEmpty();
  }

  /** Returns whether some of them are leaves with a value. */
  boolean holdsText() {
    return leaves > 0
        && text.count() + text.empty() > 0
        && (children.isEmpty() || text.count() > 0);
  }

  /** Returns whether one of these ever stands behind {@code sibling} in one parent. */
  boolean standsBehind(ElementNode sibling) {
    return siblingsBefore.get(sibling.index);
  }

  /** Returns a figure of all profiles here and below, added up. */
  long sum(ToLongFunction<Profile> figure) {
    long sum = figure.applyAsLong(text);
    for (Profile profile : attributes.values()) {
      sum += figure.applyAsLong(profile);
    }
    for (ElementNode child : children.values()) {
      sum += child.sum(figure);
    }
    return sum;
  }

  /** Returns the nodes from the root to this one. */
  List<ElementNode> path() {
    var path = new ArrayList<ElementNode>();
    for (ElementNode node = this; node != null; node = node.parent) {
      path.add(0, node);
    }
    return path;
  }

  /** Returns the path in local names, such as {@code /Rooms/Room}. */
  @Override
  public String toString() {
    return (parent == null ? "" : parent.toString()) + '/' + Objects.requireNonNull(name).local();
  }
}
