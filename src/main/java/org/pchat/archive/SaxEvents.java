package org.pchat.archive;

import java.io.IOException;
import org.pchat.xml.EntryParser;
import org.pchat.xml.EntryParser.Event;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlName;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Lets JAXB read through our own strict parser instead of one of its choice. */
final class SaxEvents {
  private static final String ATTRIBUTE_TYPE = "CDATA";

  private SaxEvents() {}

  /** Tells {@code handler} the whole entry. */
  static void feed(EntryParser parser, ContentHandler handler) throws IOException, SAXException {
    handler.startDocument();
    while (parser.advance() != Event.DONE) {
      XmlName name = parser.name();
      switch (parser.event()) {
        case START ->
            handler.startElement(name.namespace(), name.local(), name.local(), attributes(parser));
        case END -> handler.endElement(name.namespace(), name.local(), name.local());
        case TEXT -> {
          char[] text = parser.text().toCharArray();
          handler.characters(text, 0, text.length);
        }
        case BEGIN, DONE -> {}
      }
    }
    handler.endDocument();
  }

  private static AttributesImpl attributes(EntryParser parser) {
    var attributes = new AttributesImpl();
    for (XmlAttribute attribute : parser.attributes()) {
      XmlName name = attribute.name();
      attributes.addAttribute(
          name.namespace(), name.local(), name.local(), ATTRIBUTE_TYPE, attribute.value());
    }
    return attributes;
  }
}
