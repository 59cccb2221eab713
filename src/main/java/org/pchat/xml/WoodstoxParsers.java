package org.pchat.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** Makes Woodstox parsers that follow nothing, fetch nothing and keep to limits. */
final class WoodstoxParsers {
  private static final int BUFFER = 8 * 1024;

  private WoodstoxParsers() {}

  /**
   * Opens a parser and reads the XML declaration.
   *
   * <p>Each entry gets a factory of its own: a shared one would collect the names of all entries.
   */
  static XMLStreamReader2 open(Reader reader, XmlLimits limits) throws XMLStreamException {
    return (XMLStreamReader2) factory(limits).createXMLStreamReader(reader);
  }

  private static WstxInputFactory factory(XmlLimits limits) {
    var factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setXMLResolver(refuseToResolve());
    factory.setProperty(WstxInputProperties.P_ENTITY_RESOLVER, refuseToResolve());
    factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, refuseToResolve());
    factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, null);
    // Lazy parsing throws an unchecked exception from wherever the text is asked for.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
    factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
    factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER);
    factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, BUFFER);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.maxDepth());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.maxAttributes());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.maxAttributeLength());
    return factory;
  }

  private static XMLResolver refuseToResolve() {
    return (publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("a reference to another file or address");
    };
  }
}
