package org.pchat.xml;

import java.util.List;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * The attributes of the start tag that a parser stands at, as SAX wants them; used over and over.
 */
final class ElementAttributes implements Attributes {
  private static final String TYPE = "CDATA";

  private List<XmlAttribute> values = List.of();
  private @Nullable XMLStreamReader2 xml;

  void at(XMLStreamReader2 parser, List<XmlAttribute> attributes) {
    this.xml = parser;
    this.values = attributes;
  }

  @Override
  public int getLength() {
    return values.size();
  }

  @Override
  public String getURI(int index) {
    return values.get(index).name().namespace();
  }

  @Override
  public String getLocalName(int index) {
    return values.get(index).name().local();
  }

  @Override
  public String getQName(int index) {
    String prefix = xml == null ? null : xml.getAttributePrefix(index);
    String local = getLocalName(index);
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  @Override
  public String getType(int index) {
    return TYPE;
  }

  @Override
  public String getValue(int index) {
    return values.get(index).value();
  }

  @Override
  public int getIndex(String uri, String local) {
    for (int i = 0; i < values.size(); i++) {
      if (getLocalName(i).equals(local) && getURI(i).equals(uri)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int getIndex(String raw) {
    for (int i = 0; i < values.size(); i++) {
      if (getQName(i).equals(raw)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable String getType(String uri, String local) {
    return getIndex(uri, local) < 0 ? null : TYPE;
  }

  @Override
  public @Nullable String getType(String raw) {
    return getIndex(raw) < 0 ? null : TYPE;
  }

  @Override
  public @Nullable String getValue(String uri, String local) {
    int index = getIndex(uri, local);
    return index < 0 ? null : getValue(index);
  }

  @Override
  public @Nullable String getValue(String raw) {
    int index = getIndex(raw);
    return index < 0 ? null : getValue(index);
  }
}
