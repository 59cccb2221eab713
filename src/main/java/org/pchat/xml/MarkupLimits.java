package org.pchat.xml;

import java.util.Objects;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.XmlProblem;

/** Keeps the limits on names and start tags that Woodstox does not know or keeps only roughly. */
final class MarkupLimits {
  private final TokenReader tokens;
  private final XMLStreamReader2 xml;
  private final XmlLimits limits;
  private final NameTable names = new NameTable();
  private int namespacesInScope;

  MarkupLimits(TokenReader tokens, XmlLimits limits) {
    this.tokens = tokens;
    this.xml = tokens.xml();
    this.limits = limits;
  }

  /** Returns a name, of which there will be only one. */
  XmlName name(@Nullable String namespace, String local) {
    XmlName name = names.name(orNone(namespace), local);
    check(XmlProblem.TOO_MANY_NAMES, names.size(), XmlLimits.MAX_NAMES);
    return name;
  }

  /** Checks the start tag that the parser stands at. */
  void enter() {
    int declared = xml.getNamespaceCount();
    namespacesInScope += declared;
    int most = limits.maxAttributes();
    check(XmlProblem.TOO_MANY_ATTRIBUTES, xml.getAttributeCount() + declared, most);
    check(XmlProblem.TOO_MANY_NAMESPACES, namespacesInScope, most);
    for (int i = 0; i < declared; i++) {
      count(orNone(xml.getNamespacePrefix(i)));
    }
    // Nothing in a tag is longer than the tag.
    long length = tokens.end() - tokens.start();
    if (length > Math.min(limits.maxNameLength(), limits.maxAttributeLength())) {
      checkLengths();
    }
  }

  /** Takes the namespaces of the element that ends out of scope. */
  void leave() {
    namespacesInScope -= xml.getNamespaceCount();
  }

  /** Checks the processing instruction that the parser stands at. */
  void enterInstruction() {
    checkName(xml.getPITarget());
    count(xml.getPITarget());
  }

  private void count(String name) {
    names.other(name);
    check(XmlProblem.TOO_MANY_NAMES, names.size(), XmlLimits.MAX_NAMES);
  }

  private void checkLengths() {
    checkName(xml.getPrefix());
    checkName(xml.getLocalName());
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      checkName(xml.getNamespacePrefix(i));
      checkValue(xml.getNamespaceURI(i));
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      checkName(xml.getAttributePrefix(i));
      checkName(xml.getAttributeLocalName(i));
      checkValue(xml.getAttributeValue(i));
    }
  }

  private void checkName(@Nullable String name) {
    check(XmlProblem.NAME_TOO_LONG, orNone(name).length(), limits.maxNameLength());
  }

  private void checkValue(@Nullable String value) {
    check(XmlProblem.ATTRIBUTE_TOO_LONG, orNone(value).length(), limits.maxAttributeLength());
  }

  private void check(XmlProblem code, int size, int limit) {
    if (size > limit) {
      throw Refusals.tooMuch(code, tokens.location(), limit);
    }
  }

  private static String orNone(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
