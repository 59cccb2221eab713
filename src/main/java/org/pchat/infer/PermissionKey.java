package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the holder of a role from whoever gave it: node, principal and role are unique together
 * (the published primary key), whoever gave it is not.
 */
final class PermissionKey {
  private static final int CAPACITY = 1 << 18;

  private final Match match;
  private final Rows rows;

  PermissionKey(Reading.Permission permission, Rows rows) {
    this.match = permission.match();
    this.rows = rows;
  }

  /** Returns the only column that makes the records unique, if two columns may be the principal. */
  Optional<Column> principal() throws IOException {
    Edge edge = match.edge("principal");
    Edge rival = match.rivals().get("principal");
    if (edge == null || rival == null) {
      return Optional.empty();
    }
    boolean first = isUnique(edge.column());
    boolean second = isUnique(rival.column());
    if (first == second) {
      return Optional.empty();
    }
    return Optional.of(first ? edge.column() : rival.column());
  }

  /** Returns whether a column makes the records unique together with node and role. */
  boolean isUnique(Column principal) throws IOException {
    List<Column> columns = new ArrayList<>();
    columns.add(principal);
    for (String field : List.of("node", "role", "access")) {
      Edge edge = match.edge(field);
      if (edge != null) {
        columns.add(edge.column());
      }
    }
    var seen = new ValueSet(CAPACITY);
    boolean[] unique = {true};
    rows.read(
        match.candidate(),
        columns,
        values -> {
          long hash = ValueSet.hash(String.join("\n", keys(values)));
          unique[0] = seen.add(hash) || !seen.keeps(hash);
          return unique[0];
        });
    return unique[0];
  }

  private static List<String> keys(String[] values) {
    var keys = new ArrayList<String>();
    for (String value : values) {
      keys.add(value == null ? "" : Profile.key(value));
    }
    return keys;
  }
}
