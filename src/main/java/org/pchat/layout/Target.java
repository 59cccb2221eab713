package org.pchat.layout;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;

/** Something that a descriptor looks for in an entry: a record, a row of a table, an event. */
final class Target {
  /** The columns of a row. */
  static final String KEY = "key";

  static final String VALUE = "value";

  private final @Nullable RecordSpelling record;
  private final @Nullable Lookup lookup;
  private final @Nullable EventSpelling event;
  private final List<Test> tests;
  private final Map<String, Column> columns = new HashMap<>();

  /** A condition and where its value is found. */
  record Test(Condition condition, List<Source> sources) {}

  /**
   * A field, where its value is found, and what reads it.
   *
   * @param words the meanings of its words without case, where that is clear
   */
  record Column(
      FieldSpelling spelling, List<Source> sources, TimeReading times, Map<String, String> words) {
    static Column of(FieldSpelling field, List<Source> sources) {
      return new Column(
          field, sources, TimeReading.of(field.spelling()), withoutCase(field.spelling()));
    }

    private static Map<String, String> withoutCase(ValueSpelling spelling) {
      Map<String, String> words = new HashMap<>();
      if (spelling instanceof ValueSpelling.Words given) {
        Set<String> unclear = new HashSet<>();
        given
            .meanings()
            .forEach(
                (word, meaning) -> {
                  String known = words.put(word.toLowerCase(Locale.ROOT), meaning);
                  if (known != null && !known.equals(meaning)) {
                    unclear.add(word.toLowerCase(Locale.ROOT));
                  }
                });
        words.keySet().removeAll(unclear);
      }
      return words;
    }
  }

  /** Says where values are found, by places seen from the target's path. */
  interface Finder {
    List<Source> sources(ElementPath path, List<Place> places);
  }

  Target(RecordSpelling record, Finder finder) {
    this.record = record;
    this.lookup = null;
    this.event = null;
    this.tests = tests(record.path(), record.conditions(), finder);
    record.fields().forEach(field -> column(record.path(), field, finder));
  }

  Target(Lookup lookup, Finder finder) {
    this.record = null;
    this.lookup = lookup;
    this.event = null;
    this.tests = List.of();
    column(lookup.path(), column(KEY, lookup.key(), ValueSpelling.PLAIN), finder);
    column(lookup.path(), column(VALUE, lookup.value(), lookup.meaning()), finder);
  }

  Target(EventSpelling event, Finder finder) {
    this.record = null;
    this.lookup = null;
    this.event = event;
    this.tests = tests(event.path(), event.conditions(), finder);
  }

  private static FieldSpelling column(String name, List<Place> places, ValueSpelling spelling) {
    return new FieldSpelling(name, places, spelling, Set.of(), null, null);
  }

  private static List<Test> tests(ElementPath path, List<Condition> conditions, Finder finder) {
    return conditions.stream().map(c -> new Test(c, finder.sources(path, c.places()))).toList();
  }

  private void column(ElementPath path, FieldSpelling field, Finder finder) {
    columns.put(field.field(), Column.of(field, finder.sources(path, field.places())));
  }

  @Nullable Kind<?> kind() {
    return record == null ? null : record.kind();
  }

  @Nullable RecordSpelling record() {
    return record;
  }

  @Nullable Lookup lookup() {
    return lookup;
  }

  @Nullable EventSpelling event() {
    return event;
  }

  List<Test> tests() {
    return tests;
  }

  Collection<Column> columns() {
    return columns.values();
  }

  @Nullable Column column(String field) {
    return columns.get(field);
  }

  /** Returns whether its bytes are one piece, whatever stands inside. */
  boolean isOnePiece() {
    Kind<?> kind = kind();
    return kind == Kind.MESSAGE || kind == Kind.ROLE || kind == Kind.SCOPE || event != null;
  }
}
