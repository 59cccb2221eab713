package org.pchat.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes an entry in the canonical way: UTF-8, LF, one record a line. The same records give the
 * same bytes.
 *
 * <p>Text must hold only what XML can hold; {@link XString#escape} sees to that. Anything else, and
 * names that are not plain, are the caller's mistake: {@link IllegalArgumentException}.
 */
public final class RecordWriter implements Closeable {
  private final OutputStream out;
  private final StringBuilder line = new StringBuilder();
  private String root = "";
  private String namespace = "";

  /** Writes to a stream, which is closed with the writer. */
  public RecordWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes the XML declaration and the root's start tag.
   *
   * @param namespace the namespace of the root, its records and their children, or ""
   * @param attributes further attributes of the root, in no namespace
   */
  public void startRoot(String name, String namespace, List<XmlAttribute> attributes)
      throws IOException {
    this.root = name;
    this.namespace = namespace;
    line.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").append(checkedName(name));
    if (!namespace.isEmpty()) {
      XmlEscapes.attribute(line.append(" xmlns=\""), namespace).append('"');
    }
    appendAttributes(attributes);
    line.append('>');
    endLine();
  }

  /**
   * Writes a record on a line of its own.
   *
   * @param name its name in the root's namespace
   * @param attributes its attributes, in no namespace
   * @param children its child elements, in the root's namespace or in none and without elements of
   *     their own
   */
  public void record(String name, List<XmlAttribute> attributes, List<XmlChild> children)
      throws IOException {
    line.append('<').append(checkedName(name));
    appendAttributes(attributes);
    if (children.isEmpty()) {
      line.append("/>");
    } else {
      line.append('>');
      children.forEach(this::appendChild);
      line.append("</").append(name).append('>');
    }
    endLine();
  }

  /** Writes a record that is XML in UTF-8 already. */
  public void raw(byte[] record) throws IOException {
    out.write(record);
    out.write('\n');
  }

  /** Writes the root's end tag. */
  public void endRoot() throws IOException {
    line.append("</").append(root).append('>');
    endLine();
  }

  private void appendChild(XmlChild child) {
    String childNamespace = child.name().namespace();
    if (child.hasElements() || !(childNamespace.isEmpty() || childNamespace.equals(namespace))) {
      throw new IllegalArgumentException("cannot write the child " + child.name());
    }
    String name = checkedName(child.name().local());
    line.append('<').append(name);
    appendAttributes(child.attributes());
    if (child.text().isEmpty()) {
      line.append("/>");
    } else {
      XmlEscapes.text(line.append('>'), child.text()).append("</").append(name).append('>');
    }
  }

  private void appendAttributes(List<XmlAttribute> attributes) {
    for (XmlAttribute attribute : attributes) {
      if (!attribute.name().namespace().isEmpty()) {
        throw new IllegalArgumentException("cannot write the attribute " + attribute.name());
      }
      line.append(' ').append(checkedName(attribute.name().local())).append("=\"");
      XmlEscapes.attribute(line, attribute.value()).append('"');
    }
  }

  private static String checkedName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!XmlEscapes.isPlainNameUnit(name.charAt(i), i == 0)) {
        throw new IllegalArgumentException("cannot write the name \"" + name + "\"");
      }
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("cannot write an empty name");
    }
    return name;
  }

  private void endLine() throws IOException {
    out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    line.setLength(0);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
