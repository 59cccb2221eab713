package org.pchat.xml;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.stax2.XMLStreamReader2;
import org.pchat.problem.Location;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Checks one entry against a schema while it is being read: it hands the parser's events to the
 * JDK's validator and keeps what that says, with our own places.
 *
 * <p>No limit of the JDK's parsers applies, since none of them reads the entry.
 */
final class SchemaCheck {
  /** More faults than these in one record say nothing new, and a hostile one may have millions. */
  private static final int MOST_FAULTS = 1_000;

  private final EntrySchema schema;
  private final EntrySchema.Validator validator;
  private final ElementAttributes attributes = new ElementAttributes();
  private final List<SAXParseException> said = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private final List<Location> places = new ArrayList<>();
  private List<SchemaFault> faults = new ArrayList<>();
  private String rawName = "";
  private boolean faulty;

  SchemaCheck(EntrySchema schema) {
    this.schema = schema;
    this.validator = schema.lend();
    validator.handler.setErrorHandler(new Listener());
    validator.handler.setContentHandler(new Listener());
    tell(() -> validator.handler.startDocument());
  }

  /** What the validator is told; what it finds it says to its error handler. */
  private interface Telling {
    void tell() throws SAXException;
  }

  private static void tell(Telling telling) {
    try {
      telling.tell();
    } catch (SAXException onlyHandlersThrowThem) {
      throw new IllegalStateException(onlyHandlersThrowThem);
    }
  }

  /** Takes the start tag that the parser stands at. */
  void start(XMLStreamReader2 xml, XmlName name, List<XmlAttribute> values, Location place) {
    path.add(name.local());
    places.add(place);
    rawName = raw(xml.getPrefix(), name.local());
    attributes.at(xml, values);
    tell(
        () -> {
          for (int i = 0; i < xml.getNamespaceCount(); i++) {
            validator.handler.startPrefixMapping(
                orEmpty(xml.getNamespacePrefix(i)), orEmpty(xml.getNamespaceURI(i)));
          }
          validator.handler.startElement(name.namespace(), name.local(), rawName, attributes);
        });
    settle();
  }

  /** Takes a piece of text. */
  void text(XMLStreamReader2 xml) {
    tell(
        () ->
            validator.handler.characters(
                xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength()));
  }

  /** Takes the end tag that the parser stands at. */
  void end(XMLStreamReader2 xml, XmlName name) {
    rawName = raw(xml.getPrefix(), name.local());
    tell(
        () -> {
          validator.handler.endElement(name.namespace(), name.local(), rawName);
          for (int i = xml.getNamespaceCount() - 1; i >= 0; i--) {
            validator.handler.endPrefixMapping(orEmpty(xml.getNamespacePrefix(i)));
          }
        });
    settle();
    path.remove(path.size() - 1);
    places.remove(places.size() - 1);
  }

  /** Takes the end of an entry that was read to its end. */
  void finish() {
    tell(() -> validator.handler.endDocument());
    if (!faulty) {
      schema.giveBack(validator);
    }
  }

  /**
   * Returns and forgets what was found since the last time, if it lies as deep as {@code depth}.
   */
  List<SchemaFinding> take(int depth) {
    if (faults.isEmpty()) {
      return List.of();
    }
    List<SchemaFinding> taken = new ArrayList<>();
    List<SchemaFault> rest = new ArrayList<>();
    for (SchemaFault fault : faults) {
      if (fault.depth() >= depth) {
        taken.add(fault.of(depth));
      } else {
        rest.add(fault);
      }
    }
    faults = rest;
    return taken;
  }

  /** Words what the validator said about this tag, unless {@link Listener} did so already. */
  private void settle() {
    if (!said.isEmpty()) {
      keep(words().about(said, index -> null));
      said.clear();
      faulty = true;
    }
  }

  private void keep(List<SchemaFault> found) {
    if (faults.size() < MOST_FAULTS) {
      faults.addAll(found);
    }
  }

  private SchemaFaults words() {
    return new SchemaFaults(
        schema, rawName, attributes, places.get(places.size() - 1), List.copyOf(path));
  }

  private static String raw(String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Hears errors, and behind each start tag the types, which may be asked for only then. */
  private final class Listener extends DefaultHandler {
    @Override
    public void error(SAXParseException wrong) {
      said.add(wrong);
    }

    @Override
    public void fatalError(SAXParseException wrong) {
      said.add(wrong);
    }

    @Override
    public void startElement(
        String namespace, String local, String raw, org.xml.sax.Attributes typed) {
      if (!said.isEmpty()) {
        var types = validator.handler.getTypeInfoProvider();
        keep(words().about(said, types::getAttributeTypeInfo));
        said.clear();
        faulty = true;
      }
    }
  }
}
