package org.pchat.respell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element to be written, by code that shares nothing with the tool's own. */
public final class Xml {
  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Xml> children = new ArrayList<>();
  private @Nullable String text;

  /** Makes an empty element. */
  public Xml(String name) {
    this.name = name;
  }

  /** Adds an attribute. */
  public Xml with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /** Sets the text. */
  public Xml text(String newText) {
    text = newText;
    return this;
  }

  /** Adds a child. */
  public Xml add(Xml child) {
    children.add(child);
    return this;
  }

  /** Adds a child with a text, unless there is none. */
  public Xml add(String child, @Nullable String childText) {
    return childText == null ? this : add(new Xml(child).text(childText));
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the children, to be changed. */
  public List<Xml> children() {
    return children;
  }

  /** Returns the document with its declaration. */
  public String document(String encoding) {
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\r\n");
    write(out, "");
    return out.toString();
  }

  private void write(StringBuilder out, String indent) {
    out.append(indent).append('<').append(name);
    attributes.forEach(
        (key, value) ->
            out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
    if (text == null && children.isEmpty()) {
      out.append(" />\r\n");
      return;
    }
    out.append('>');
    if (text != null) {
      out.append(escaped(text));
    }
    if (!children.isEmpty()) {
      out.append("\r\n");
      children.forEach(child -> child.write(out, indent + "  "));
      out.append(indent);
    }
    out.append("</").append(name).append(">\r\n");
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#xD;")
        .replace("\n", "&#xA;")
        .replace("\t", "&#x9;");
  }
}
