package org.pchat.archive;

import java.util.List;
import java.util.Locale;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/**
 * Says what a container that is no export seems to be instead, so that the user sees the mistake.
 */
final class Lookalike {
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
    long xml =
        entries.stream().filter(e -> e.name().toLowerCase(Locale.ROOT).endsWith(".xml")).count();
    return xml == 0
        ? "none of its " + entries.size() + " entries is XML"
        : "none of its " + xml + " XML entries has the records of one";
  }

  private static boolean has(Container container, String name) {
    return container.entry(name).isPresent();
  }
}
