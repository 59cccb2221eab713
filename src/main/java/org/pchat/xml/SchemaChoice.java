package org.pchat.xml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that a user gave, and which of them an entry is checked against: the first that
 * declares its root element, or else the one that the layout has for it. Safe for several threads.
 */
public final class SchemaChoice {
  private final List<EntrySchema> given;
  private final Map<XmlName, Optional<EntrySchema>> chosen = new HashMap<>();
  private final Set<EntrySchema> used = new HashSet<>();

  /** Prefers these schemas, the first the most. */
  public SchemaChoice(List<EntrySchema> given) {
    this.given = List.copyOf(given);
  }

  /**
   * Returns the schema for an entry with this root.
   *
   * @param own gives the layout's own schema for the entry; null where it has none
   */
  public synchronized @Nullable EntrySchema at(
      XmlName root, Supplier<? extends @Nullable EntrySchema> own) {
    Optional<EntrySchema> first = chosen.get(root);
    if (first == null) {
      first = given.stream().filter(schema -> schema.declares(root)).findFirst();
      if (chosen.size() < XmlLimits.MAX_NAMES) {
        chosen.put(root, first);
      }
    }
    first.ifPresent(used::add);
    return first.isPresent() ? first.get() : own.get();
  }

  /** Returns the user's schemas that no entry was checked against so far. */
  public synchronized List<EntrySchema> unused() {
    return given.stream().filter(schema -> !used.contains(schema)).toList();
  }
}
