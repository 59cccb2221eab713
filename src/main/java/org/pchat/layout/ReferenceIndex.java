package org.pchat.layout;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.DescribedReferences.Table;
import org.pchat.model.DerivedGuid;
import org.pchat.model.Guid;

/** Records by their keys, and tables of meanings, of one archive. */
final class ReferenceIndex {
  private final Map<Table, KeyTable> tables = new HashMap<>();
  private final Map<String, Map<String, String>> meanings = new HashMap<>();

  /** Returns how keys of a sort are compared. */
  static String comparable(ValueSpelling.Key key, String value) {
    return key == ValueSpelling.Key.URI ? DerivedGuid.normalised(value) : value.strip();
  }

  KeyTable table(Table table) {
    return tables.computeIfAbsent(table, t -> new KeyTable());
  }

  Map<String, String> meanings(String table) {
    return meanings.computeIfAbsent(table, t -> new HashMap<>());
  }

  @Nullable Guid find(Table table, String value) {
    KeyTable keys = tables.get(table);
    return keys == null ? null : keys.get(comparable(table.key(), value));
  }

  boolean hasTable(String table) {
    return meanings.containsKey(table);
  }

  @Nullable String meaning(String table, String key) {
    Map<String, String> rows = meanings.get(table);
    return rows == null ? null : rows.get(key);
  }
}
