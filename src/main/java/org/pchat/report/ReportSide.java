package org.pchat.report;

import java.io.IOException;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Structure;
import org.pchat.select.PrincipalIndex;

/**
 * One of the two snapshots that a report compares: what it is called, and the names in it.
 *
 * @param name what the user called it
 */
public record ReportSide(
    String name, Coverage coverage, Structure structure, PrincipalIndex principals) {
  /** Reads the names of a source: its principals, once. */
  public static ReportSide of(String name, ChatSource source) throws IOException {
    return new ReportSide(name, source.coverage(), source.structure(), PrincipalIndex.of(source));
  }

  /** Returns how a reader calls a principal; its GUID where nobody knows it. */
  String principal(Guid guid) {
    return principals.label(guid).orElse(guid.toString());
  }

  /** Returns the name of a category, room or add-in; its GUID where nobody knows it. */
  String node(Guid guid) {
    return structure
        .room(guid)
        .map(room -> room.name())
        .or(() -> structure.category(guid).map(category -> category.name()))
        .or(() -> structure.addIn(guid).map(addIn -> addIn.name()))
        .orElse(guid.toString());
  }
}
