package org.pchat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pchat.cli.Table.Column;
import org.pchat.infer.Inferred;
import org.pchat.infer.StructureReport;
import org.pchat.layout.Descriptor;
import org.pchat.layout.DescriptorCodec;

/** What is told about layouts, as text and as JSON. */
final class LayoutPages {
  private LayoutPages() {}

  /** Prints the descriptor; the notes in it are the evidence. */
  static void print(Inferred inferred, Page page) throws IOException {
    print(inferred.descriptor(), page);
  }

  static void print(Descriptor descriptor, Page page) throws IOException {
    page.text(page.safeBlock(document(descriptor)));
  }

  private static String document(Descriptor descriptor) throws IOException {
    return new String(DescriptorCodec.write(descriptor), StandardCharsets.UTF_8);
  }

  static Map<String, Object> json(Descriptor descriptor) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("layout", descriptor.name());
    json.put("descriptor", document(descriptor));
    return json;
  }

  static void print(List<Descriptor> layouts, Page page) throws IOException {
    var table = new Table(page, Column.text("LAYOUT"), Column.text("WHAT IT IS"));
    for (Descriptor layout : layouts) {
      table.row(layout.name(), layout.description());
    }
    table.end();
  }

  static Map<String, Object> json(List<Descriptor> layouts) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Descriptor layout : layouts) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("name", layout.name());
      item.put("description", layout.description());
      items.add(item);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("layouts", items);
    return json;
  }

  static Map<String, Object> json(Inferred inferred) {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (Inferred.Finding finding : inferred.findings()) {
      Map<String, Object> field = new LinkedHashMap<>();
      field.put("kind", finding.kind());
      field.put("element", finding.element());
      field.put("field", finding.field());
      field.put("place", finding.place());
      field.put("confidence", Math.round(finding.confidence() * 100) / 100.0);
      field.put("evidence", finding.evidence());
      fields.add(field);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("layout", inferred.descriptor().name());
    json.put("fields", fields);
    json.put("leftOut", inferred.leftOut());
    return json;
  }

  static void print(StructureReport report, Page page) throws IOException {
    page.line("%d entries, %d of them no XML".formatted(report.entries(), report.unread()));
    for (StructureReport.Family family : report.families()) {
      page.line();
      page.line(page.safe("%s (%d)".formatted(family.name(), family.entries())));
      for (StructureReport.Place place : family.places()) {
        page.line(page.safe(line(place)));
      }
    }
  }

  private static String line(StructureReport.Place place) {
    var line = new StringBuilder("  ".repeat(place.depth() + 1));
    line.append(place.name());
    if (!place.namespace().isEmpty() && place.depth() == 0) {
      line.append(" {").append(place.namespace()).append('}');
    }
    line.append(String.format(Locale.ROOT, "  %,d", place.count()));
    if (place.most() > 1) {
      line.append(String.format(Locale.ROOT, ", up to %,d together", place.most()));
    }
    return place.values().isEmpty() ? line.toString() : line + ": " + place.values();
  }

  static Map<String, Object> json(StructureReport report) {
    List<Map<String, Object>> families = new ArrayList<>();
    for (StructureReport.Family family : report.families()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", family.name());
      object.put("entries", family.entries());
      object.put("places", family.places().stream().map(LayoutPages::json).toList());
      families.add(object);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("entries", report.entries());
    json.put("unread", report.unread());
    json.put("families", families);
    return json;
  }

  private static Map<String, Object> json(StructureReport.Place place) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("depth", place.depth());
    json.put("name", place.name());
    json.put("namespace", place.namespace().isEmpty() ? null : place.namespace());
    json.put("count", place.count());
    json.put("most", place.most() == 0 ? null : place.most());
    json.put("values", place.values().isEmpty() ? null : place.values());
    return json;
  }
}
