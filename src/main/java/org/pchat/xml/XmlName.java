package org.pchat.xml;

/**
 * The name of an element or attribute, without its prefix, which means nothing.
 *
 * @param namespace the namespace, or "" for none
 * @param local the name inside the namespace
 */
public record XmlName(String namespace, String local) {
  /** Returns a name in no namespace. */
  public static XmlName of(String local) {
    return new XmlName("", local);
  }

  /** Returns {@code {namespace}local}, or the local name alone where there is no namespace. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? local : "{" + namespace + "}" + local;
  }
}
