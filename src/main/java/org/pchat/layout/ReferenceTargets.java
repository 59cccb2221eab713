package org.pchat.layout;

import java.util.Collection;
import java.util.List;
import org.pchat.model.Kind;

/** Which kinds of records fields refer to. */
final class ReferenceTargets {
  private ReferenceTargets() {}

  /** Returns the kinds that the field may refer to; empty for a field that refers to nothing. */
  static Collection<Kind<?>> of(String field) {
    return switch (field) {
      case "author", "principal", "addedBy", "updatedBy" -> List.of(Kind.PRINCIPAL);
      case "room" -> List.of(Kind.ROOM);
      case "category", "parent" -> List.of(Kind.CATEGORY);
      case "node" -> List.of(Kind.CATEGORY, Kind.ROOM);
      case "addIn" -> List.of(Kind.ADD_IN);
      default -> List.of();
    };
  }
}
