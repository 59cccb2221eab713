package org.pchat.xml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The different names that an entry uses, each kept once.
 *
 * <p>The parser has a table of its own that never forgets a name, so the number of names must be
 * known and bounded.
 */
final class NameTable {
  private final Map<String, Map<String, XmlName>> names = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private int size;

  /** Returns the name of an element or attribute. */
  XmlName name(String namespace, String local) {
    Map<String, XmlName> inNamespace = names.get(namespace);
    if (inNamespace == null) {
      inNamespace = new HashMap<>();
      names.put(namespace, inNamespace);
    }
    XmlName known = inNamespace.get(local);
    if (known == null) {
      known = new XmlName(namespace, local);
      inNamespace.put(local, known);
      size++;
    }
    return known;
  }

  /** Adds a prefix or the target of a processing instruction. */
  void other(String name) {
    if (others.add(name)) {
      size++;
    }
  }

  /** Returns how many names there are. */
  int size() {
    return size;
  }
}
