package org.pchat.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;

/** One record of an entry: an element with its attributes, its child elements and its own text. */
public final class XmlRecord {
  private final XmlName name;
  private final List<XmlAttribute> attributes;
  private final List<XmlChild> children;
  private final String text;
  private final Location location;
  private final List<SchemaFinding> findings;

  XmlRecord(
      XmlName name,
      List<XmlAttribute> attributes,
      List<XmlChild> children,
      String text,
      Location location,
      List<SchemaFinding> findings) {
    this.name = name;
    this.attributes = List.copyOf(attributes);
    this.children = List.copyOf(children);
    this.text = text;
    this.location = location;
    this.findings = List.copyOf(findings);
  }

  /** Returns the element's name. */
  public XmlName name() {
    return name;
  }

  /** Returns its attributes, in order. */
  public List<XmlAttribute> attributes() {
    return attributes;
  }

  /** Returns its child elements, in order. */
  public List<XmlChild> children() {
    return children;
  }

  /** Returns its own text, without that of its children. */
  public String text() {
    return text;
  }

  /** Returns where its start tag begins. */
  public Location location() {
    return location;
  }

  /** Returns what a schema says against it; nothing where none was asked. */
  public List<SchemaFinding> findings() {
    return findings;
  }

  /** Returns whether a schema says something against this attribute or child element. */
  public boolean isDoubtful(String part) {
    return !findings.isEmpty() && findings.stream().anyMatch(finding -> finding.concerns(part));
  }

  /** Returns the value of the attribute in no namespace that has this name, or null. */
  public @Nullable String attribute(String local) {
    for (XmlAttribute attribute : attributes) {
      if (attribute.name().local().equals(local) && attribute.name().namespace().isEmpty()) {
        return attribute.value();
      }
    }
    return null;
  }

  /** Returns the first child in the record's own namespace that has this local name, or null. */
  public @Nullable XmlChild child(String local) {
    for (XmlChild child : children) {
      if (child.name().local().equals(local) && child.name().namespace().equals(name.namespace())) {
        return child;
      }
    }
    return null;
  }
}
