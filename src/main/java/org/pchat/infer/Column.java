package org.pchat.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.ElementName;
import org.pchat.layout.Place;
import org.pchat.layout.Step;
import org.pchat.xml.XmlName;

/**
 * Where values of a candidate record stand, and what they are like.
 *
 * @param up how many elements above the record they stand; 0 for its own
 * @param steps the elements from there down to the value
 * @param node the element that holds the value; null for a part of the entry's name
 * @param attribute the attribute; null for the element's text
 * @param part the part of the entry's name, counted from 1; 0 for none
 * @param profile what the values are like
 */
record Column(
    int up,
    List<ElementNode> steps,
    @Nullable ElementNode node,
    @Nullable XmlName attribute,
    int part,
    Profile profile) {
  Column {
    steps = List.copyOf(steps);
  }

  static Column attribute(
      int up, List<ElementNode> steps, ElementNode node, XmlName attribute, Profile profile) {
    return new Column(up, steps, node, attribute, 0, profile);
  }

  static Column text(int up, List<ElementNode> steps, ElementNode node) {
    return new Column(up, steps, node, null, 0, node.text());
  }

  static Column entryPart(int part, Profile profile) {
    return new Column(0, List.of(), null, null, part, profile);
  }

  /** Returns whether it stands in the record itself, not above it and not in the entry's name. */
  boolean isOwn() {
    return up == 0 && part == 0;
  }

  /** Returns whether it is the text of the record's own element. */
  boolean isOwnText() {
    return isOwn() && steps.isEmpty() && attribute == null;
  }

  /** Returns the name that stands nearest to the value; "" for a part of an entry's name. */
  String name() {
    if (attribute != null && !onlyHoldsTheValue()) {
      return attribute.local();
    }
    return node == null ? "" : node.name().local();
  }

  /** Returns whether the element says what the value is, as in {@code <Name value="Lobby"/>}. */
  private boolean onlyHoldsTheValue() {
    return attribute != null
        && !steps.isEmpty()
        && attribute.local().toLowerCase(Locale.ROOT).matches("v|val|value");
  }

  /** Returns the names of the elements between the record and the value. */
  List<String> wrappers() {
    var names = new ArrayList<String>();
    boolean named = !steps.isEmpty() && (attribute == null || onlyHoldsTheValue());
    for (ElementNode step : named ? steps.subList(0, steps.size() - 1) : steps) {
      names.add(step.name().local());
    }
    return names;
  }

  /** Returns the part of the name pattern under which a place finds this. */
  static String partName(int part) {
    return "part" + part;
  }

  /** Returns the place, as a descriptor says it. */
  Place place() {
    if (part > 0) {
      return new Place.EntryPart(partName(part));
    }
    List<Step> down = steps.stream().map(step -> Step.to(ElementName.of(step.name()))).toList();
    return new Place.Inside(up, down, attribute == null ? null : ElementName.of(attribute));
  }

  /** Returns whether two columns are the same place. */
  boolean isSame(Column other) {
    return node == other.node && Objects.equals(attribute, other.attribute) && part == other.part;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Column column && isSame(column) && up == column.up;
  }

  @Override
  public int hashCode() {
    return Objects.hash(node, attribute, part, up);
  }

  /** Returns the place as a descriptor spells it, for people. */
  @Override
  public String toString() {
    if (part > 0) {
      return "{" + partName(part) + "}";
    }
    var text = new StringBuilder("../".repeat(up));
    steps.forEach(step -> text.append(step.name().local()).append('/'));
    if (attribute != null) {
      return text.append('@').append(attribute.local()).toString();
    }
    return text.isEmpty() ? "." : text.substring(0, text.length() - 1);
  }
}
