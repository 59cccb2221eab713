package org.pchat.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pchat.problem.Location;
import org.pchat.problem.XmlProblem;
import org.pchat.xml.EntryParser.Event;

/** Gathers the events of one element into a record. */
final class RecordAssembler {
  private final EntryParser parser;
  private final Location location;
  private final int depth;
  private final List<XmlChild> children = new ArrayList<>();
  private int parts;

  /** Begins at the start tag that the parser stands at. */
  RecordAssembler(EntryParser parser) {
    if (parser.event() != Event.START) {
      throw new IllegalStateException("a record begins at a start tag");
    }
    this.parser = parser;
    this.location = parser.location();
    this.depth = parser.depth();
  }

  /** Reads through the end tag. */
  XmlRecord read() throws IOException {
    XmlName name = parser.name();
    List<XmlAttribute> attributes = countedAttributes();
    var text = new TextPieces();
    while (parser.advance() != Event.END) {
      if (parser.event() == Event.TEXT) {
        text.add(parser.text());
      } else {
        children.add(child());
      }
    }
    return new XmlRecord(
        name, attributes, children, text.joined(), location, parser.findings(depth));
  }

  private XmlChild child() throws IOException {
    XmlName name = parser.name();
    List<XmlAttribute> attributes = countedAttributes();
    var text = new TextPieces();
    boolean hasElements = false;
    while (parser.advance() != Event.END || parser.depth() > depth + 1) {
      hasElements |= parser.event() == Event.START;
      if (parser.event() == Event.TEXT && parser.depth() == depth + 1) {
        text.add(parser.text());
      }
    }
    return new XmlChild(name, attributes, text.joined(), hasElements);
  }

  private List<XmlAttribute> countedAttributes() {
    List<XmlAttribute> attributes = parser.attributes();
    parts += 1 + attributes.size();
    if (parts > XmlLimits.MAX_RECORD_PARTS) {
      throw Refusals.tooMuch(XmlProblem.TOO_MANY_PARTS, location, XmlLimits.MAX_RECORD_PARTS);
    }
    return attributes;
  }
}
