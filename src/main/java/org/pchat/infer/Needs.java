package org.pchat.infer;

import java.util.List;
import java.util.Map;
import org.pchat.model.Kind;

/** The fields without which records of a kind are not read. */
final class Needs {
  private static final Map<Kind<?>, List<String>> NEEDS =
      Map.of(
          Kind.PRINCIPAL, List.of("guid or uri or id", "uri or name or displayName"),
          Kind.CATEGORY, List.of("guid or uri or id or name", "name"),
          Kind.ROOM, List.of("guid or uri or id or name", "name"),
          Kind.ADD_IN, List.of("guid or id or name", "name", "url"),
          Kind.ROLE, List.of("node", "principal", "role"),
          Kind.SCOPE, List.of("node", "principal", "access"),
          Kind.MESSAGE, List.of("room", "sent", "author", "text"));

  private Needs() {}

  /** Returns the needed fields of a kind; alternatives are joined by "or". */
  static List<String> of(Kind<?> kind) {
    return NEEDS.getOrDefault(kind, List.of());
  }

  /** Returns whether a field is needed, alone or as an alternative. */
  static boolean isNeeded(Kind<?> kind, String field) {
    return of(kind).stream().anyMatch(need -> List.of(need.split(" or ", -1)).contains(field));
  }
}
