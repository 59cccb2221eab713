package org.pchat.archive;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.xml.RecordReader;
import org.pchat.xml.XmlLimits;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/**
 * Says what a container that is no export seems to be instead, so that the user sees the mistake.
 */
final class Lookalike {
  private static final int LONGEST_NAME = 60;

  private Lookalike() {}

  /** Returns the rest of a sentence: "it looks like ...". */
  static String of(Container container) {
    List<Entry> entries = container.entries();
    if (entries.isEmpty()) {
      return "it holds no entries";
    }
    if (has(container, "[Content_Types].xml")) {
      return has(container, "word/document.xml")
          ? "it looks like a Word document"
          : "it looks like an Office document or another OPC package";
    }
    if (has(container, "META-INF/MANIFEST.MF")) {
      return "it looks like a Java archive";
    }
    if (has(container, "mimetype")) {
      return "it looks like an OpenDocument or EPUB file";
    }
    if (has(container, "channels.json") && has(container, "users.json")) {
      return "it looks like an export of Slack";
    }
    List<Entry> xml =
        entries.stream().filter(e -> e.name().toLowerCase(Locale.ROOT).endsWith(".xml")).toList();
    if (xml.isEmpty()) {
      return "none of its " + entries.size() + " files is XML";
    }
    return "none of its %d XML files has the records of one%s"
        .formatted(xml.size(), beginning(container, xml.get(0)));
  }

  /** Names the first root element, by which people recognise where the XML comes from. */
  private static String beginning(Container container, Entry entry) {
    Location where = Location.of(container.path().toString(), entry.name());
    try (var reader = RecordReader.open(container.open(entry), where, XmlLimits.defaults())) {
      return "; %s begins with <%s>"
          .formatted(brief(entry.name()), brief(reader.rootName().local()));
    } catch (IOException | ArchiveException unreadable) {
      return "; %s cannot be read as XML".formatted(brief(entry.name()));
    }
  }

  private static String brief(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  /** Returns whether the container is surely something else, or nothing at all. */
  static boolean isKnown(Container container) {
    return container.entries().isEmpty()
        || has(container, "[Content_Types].xml")
        || has(container, "META-INF/MANIFEST.MF")
        || has(container, "mimetype")
        || has(container, "channels.json");
  }

  private static boolean has(Container container, String name) {
    return container.entry(name).isPresent();
  }
}
