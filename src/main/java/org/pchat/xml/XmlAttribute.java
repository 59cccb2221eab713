package org.pchat.xml;

/**
 * An attribute of an element. Namespace declarations are none.
 *
 * @param name its name
 * @param value its value, references resolved and white space normalised as XML demands
 */
public record XmlAttribute(XmlName name, String value) {
  /** Returns an attribute in no namespace. */
  public static XmlAttribute of(String local, String value) {
    return new XmlAttribute(XmlName.of(local), value);
  }
}
