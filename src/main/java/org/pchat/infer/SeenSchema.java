package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.model.Watch;
import org.pchat.xml.XmlName;

/**
 * XML Schemas of what was seen in an archive, one for each structure of entries. They allow exactly
 * the elements and attributes that occur, in any order and number; other namespaces than that of
 * the root are allowed and not looked into.
 */
public final class SeenSchema {
  private final StringBuilder out = new StringBuilder();
  private final String namespace;

  private SeenSchema(String namespace) {
    this.namespace = namespace;
  }

  /** Returns the schemas of an archive by file name. */
  public static Map<String, String> of(String archive, List<ArchiveEntry> entries, Watch watch)
      throws IOException {
    Survey survey = Surveyor.survey(archive, entries, watch);
    Map<String, String> schemas = new LinkedHashMap<>();
    for (EntryFamily family : survey.families()) {
      String stem = family.root().name().local().replaceAll("[^A-Za-z0-9_-]", "_");
      String file = stem + ".xsd";
      for (int i = 2; schemas.containsKey(file); i++) {
        file = stem + "-" + i + ".xsd";
      }
      schemas.put(file, new SeenSchema(family.root().name().namespace()).write(family.root()));
    }
    return schemas;
  }

  private String write(ElementNode root) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"");
    if (!namespace.isEmpty()) {
      out.append(" targetNamespace=\"").append(escaped(namespace)).append('"');
      out.append(" elementFormDefault=\"qualified\"");
    }
    out.append(">\n");
    element(root, "  ", "");
    return out.append("</xs:schema>\n").toString();
  }

  private void element(ElementNode node, String indent, String occurs) {
    String name = "<xs:element name=\"" + node.name().local() + "\"";
    String nillable = node.nil() > 0 ? " nillable=\"true\"" : "";
    boolean leaf = !node.holdsElements();
    if (leaf && node.attributes().isEmpty()) {
      String type = node.text().count() + node.text().empty() > 0 ? type(node.text()) : "xs:string";
      out.append(indent).append(name).append(" type=\"").append(type).append('"');
      out.append(nillable).append(occurs).append("/>\n");
      return;
    }
    out.append(indent).append(name).append(nillable).append(occurs).append(">\n");
    boolean mixed = node.mixed() > 0 || (!leaf && node.text().count() > 0);
    out.append(indent)
        .append("  <xs:complexType")
        .append(mixed ? " mixed=\"true\"" : "")
        .append(">\n");
    if (leaf && node.holdsText()) {
      out.append(indent).append("    <xs:simpleContent><xs:extension base=\"");
      out.append(type(node.text())).append("\">\n");
      attributes(node, indent + "      ");
      out.append(indent).append("    </xs:extension></xs:simpleContent>\n");
    } else {
      children(node, indent + "    ");
      attributes(node, indent + "    ");
    }
    out.append(indent).append("  </xs:complexType>\n");
    out.append(indent).append("</xs:element>\n");
  }

  private void children(ElementNode node, String indent) {
    if (node.children().isEmpty()) {
      return;
    }
    out.append(indent).append("<xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">\n");
    List<ElementNode> strangers = new ArrayList<>();
    for (ElementNode child : node.children()) {
      if (child.name().namespace().equals(namespace)) {
        element(child, indent + "  ", "");
      } else {
        strangers.add(child);
      }
    }
    if (!strangers.isEmpty()) {
      String which = strangers.get(0).name().namespace().isEmpty() ? "##local" : "##other";
      out.append(indent).append("  <xs:any namespace=\"").append(which);
      out.append("\" processContents=\"lax\"/>\n");
    }
    out.append(indent).append("</xs:choice>\n");
  }

  private void attributes(ElementNode node, String indent) {
    boolean strangers = false;
    for (Map.Entry<XmlName, Profile> attribute : node.attributes().entrySet()) {
      if (!attribute.getKey().namespace().isEmpty()) {
        strangers = true;
        continue;
      }
      Profile profile = attribute.getValue();
      boolean always = profile.count() + profile.empty() == node.count();
      out.append(indent).append("<xs:attribute name=\"").append(attribute.getKey().local());
      out.append("\" type=\"").append(type(profile)).append('"');
      out.append(always ? " use=\"required\"/>\n" : "/>\n");
    }
    if (strangers) {
      out.append(indent)
          .append("<xs:anyAttribute namespace=\"##other\" processContents=\"lax\"/>\n");
    }
  }

  private static String type(Profile profile) {
    if (profile.empty() > 0 || profile.count() == 0) {
      return "xs:string";
    }
    if (profile.all(Shape.INTEGER)) {
      return "xs:long";
    }
    boolean flags =
        profile.words().keySet().stream().allMatch(w -> w.equals("true") || w.equals("false"));
    return flags && !profile.words().isEmpty() ? "xs:boolean" : "xs:string";
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
