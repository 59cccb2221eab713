package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;

/** Holds two readings of one pool against each other, field by field, where both carry it. */
final class Sameness {
  private final ChatSource original;
  private final ChatSource other;
  private final Set<Guid> principals = new HashSet<>();

  private Sameness(ChatSource original, ChatSource other) throws IOException {
    this.original = original;
    this.other = other;
    for (Principal principal : MemorySource.all(original.records(Kind.PRINCIPAL))) {
      principals.add(principal.guid());
    }
  }

  /**
   * Checks that {@code other} has the same records; of principals that are not listed only that
   * they are named somehow.
   */
  static void check(ChatSource original, ChatSource other, List<Kind<?>> kinds) throws IOException {
    var sameness = new Sameness(original, other);
    for (Kind<?> kind : kinds) {
      assertThat(sameness.lines(other, kind))
          .as(kind.plural())
          .isEqualTo(sameness.lines(original, kind))
          .isNotEmpty();
    }
  }

  private <T> List<String> lines(ChatSource source, Kind<T> kind) throws IOException {
    Coverage coverage = other.coverage();
    TreeMap<String, List<String>> lines = new TreeMap<>();
    try (RecordCursor<T> records = source.records(kind)) {
      while (records.advance()) {
        T record = records.record();
        var line = new StringBuilder();
        for (Field<T> field : kind.fields()) {
          if (coverage.has(field)) {
            line.append(field.name()).append('=').append(value(field, record)).append(' ');
          }
        }
        lines.computeIfAbsent(kind.identity(record), k -> new ArrayList<>()).add(line.toString());
      }
    }
    return lines.values().stream().flatMap(List::stream).toList();
  }

  private <T> String value(Field<T> field, T record) {
    Object value = field.of(record);
    boolean isPerson = field.name().endsWith("By") || field.name().startsWith("author");
    boolean isNobody = isPerson && value instanceof Guid guid && !principals.contains(guid);
    if (isNobody || field.name().equals("authorRaw")) {
      return "";
    }
    return value == null ? "" : Field.spell(value);
  }

  /** Returns the original. */
  ChatSource original() {
    return original;
  }
}
