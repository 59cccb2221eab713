package org.pchat.xml;

import java.util.List;

/**
 * An element directly inside a record.
 *
 * @param name its name
 * @param attributes its attributes, in order
 * @param text its own text, without that of elements inside it
 * @param hasElements whether it has elements inside it; those live on only in the record's bytes
 */
public record XmlChild(
    XmlName name, List<XmlAttribute> attributes, String text, boolean hasElements) {
  /** Copies. */
  public XmlChild {
    attributes = List.copyOf(attributes);
  }

  /** Returns an element in no namespace that holds nothing but text. */
  public static XmlChild of(String local, String text) {
    return new XmlChild(XmlName.of(local), List.of(), text, false);
  }
}
